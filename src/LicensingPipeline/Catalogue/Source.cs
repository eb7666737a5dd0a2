namespace LicensingPipeline.Catalogue;

/// <summary>What one file in <c>sources/</c> says about one authority.</summary>
public sealed record Source
{
    /// <summary>The file's name without its ending, such as <c>waltham-forest</c>.</summary>
    public required string ShortName { get; init; }

    /// <summary>GSS code of the authority, such as <c>E09000031</c>.</summary>
    public required string Authority { get; init; }

    /// <summary>Who is asked when this source needs a person.</summary>
    public required string Steward { get; init; }

    /// <summary>How the register can be reached at all.</summary>
    public required Access Access { get; init; }

    /// <summary>What is collected, in the order of the file; empty where nothing can be.</summary>
    public required IReadOnlyList<StreamSpec> Streams { get; init; }
}

/// <summary>Where a register stands on the one ladder that sources, method and site share.</summary>
/// <param name="Rung">0 nothing found, 1 a way to see it, 2 look-up one at a time, 3 a document, 4 a table, 5 a table with reference, dates and re-use terms.</param>
/// <param name="Evidence">What was seen, where and when.</param>
public sealed record Access(int Rung, IReadOnlyList<Evidence> Evidence);

/// <summary>A page somebody looked at.</summary>
public sealed record Evidence(string Url, DateOnly Checked, string Found);

/// <summary>One file, page or copy that is read as one register.</summary>
public sealed record StreamSpec
{
    public required string Name { get; init; }
    /// <summary>Which of the three statutory registers (Housing Act 2004 s.232): licences, exemptions or management-orders.</summary>
    public required string Register { get; init; }
    /// <summary>The page on which a person finds it.</summary>
    public Uri? Landing { get; init; }
    public Discovery? Discover { get; init; }
    public Uri? Url { get; init; }
    /// <summary>A vendor's interface, in place of a file.</summary>
    public ApiSpec? Api { get; init; }
    public ManualSpec? Manual { get; init; }
    public required ReadSpec Read { get; init; }
    /// <summary>Layouts in the order of the file: the first whose headings are all there is used.</summary>
    public required IReadOnlyList<Layout> Layouts { get; init; }
    public IReadOnlyList<string> Ignore { get; init; } = [];
    public IReadOnlyDictionary<Field, string> Constants { get; init; } = new Dictionary<Field, string>();
    public IReadOnlyDictionary<Field, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<Field, IReadOnlyDictionary<string, string>>();
    /// <summary>What a bare number in <c>duration_months</c> counts: months or years.</summary>
    public IReadOnlyDictionary<Field, string> Units { get; init; } = new Dictionary<Field, string>();
    /// <summary>.NET date formats in use; empty means the common ones, day before month.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];
    public IReadOnlyList<SplitRule> Split { get; init; } = [];
    /// <summary>How several headings of one field are joined: a separator, or <c>first</c>.</summary>
    public IReadOnlyDictionary<Field, string> Join { get; init; } = new Dictionary<Field, string>();
    public IReadOnlyList<ExtractRule> Extract { get; init; } = [];
    public IReadOnlyList<Patch> Patches { get; init; } = [];
    public IReadOnlyList<NotARecordRule> NotARecord { get; init; } = [];
    public OneLicence? OneLicence { get; init; }
    /// <summary>The fields that identify an entry where it has no reference.</summary>
    public IReadOnlyList<Field> Id { get; init; } = [];
    public IReadOnlySet<Field> ZeroMeansUnknown { get; init; } = new HashSet<Field>();
    /// <summary>The text by which the register declares that it holds no entry.</summary>
    public string? Empty { get; init; }
    /// <summary>A pattern with one group that finds the number of entries the file itself states.</summary>
    public string? StatedTotal { get; init; }
    public required Covers Covers { get; init; }
    /// <summary>What a start date counts from: application, grant, stated-commencement or unknown.</summary>
    public required string StartMeans { get; init; }
    public Verification? Verified { get; init; }
    public required string Cadence { get; init; }
    public required Terms Terms { get; init; }
    public ExpectedState? Expected { get; init; }
    public required Guards Guards { get; init; }
    public required IReadOnlyList<Example> Examples { get; init; }
    public Retirement? Retired { get; init; }
    /// <summary>SHA-256 over authority, name and the YAML of this stream with its layout and comments taken away: when it moves, we changed and not the council.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>How the link is found on the landing page.</summary>
/// <param name="Css">Selector of the links.</param>
/// <param name="Text">Words that must stand in the link's text or address, or null.</param>
/// <param name="Expect">How many links there are; any other number is LinkMoved.</param>
public sealed record Discovery(string Css, string? Text, int Expect);

/// <summary>A copy that a person hands in under the inbox.</summary>
/// <param name="Folder">Folder below the inbox.</param>
/// <param name="Files">File name pattern with <c>*</c> and <c>?</c>.</param>
/// <param name="AsAt">The date of the copy, or null where it stands in the name or beside the file.</param>
/// <param name="AsAtName">A pattern with one group that finds the ISO date in the file's name.</param>
public sealed record ManualSpec(string Folder, string Files, DateOnly? AsAt, string? AsAtName);

/// <summary>How bytes become rows.</summary>
/// <param name="Format">csv (any delimited text), xlsx, xls, json, html, pdf, arcgis (a layer's answer) or metastreet-details (saved detail pages).</param>
public sealed record ReadSpec(string Format)
{
    /// <summary>Name of a text encoding; null means it is detected.</summary>
    public string? Encoding { get; init; }
    /// <summary>comma, tab, semicolon or pipe; null means it is detected.</summary>
    public string? Separator { get; init; }
    /// <summary>The worksheet; null means the only visible one, or the first with the expected headings.</summary>
    public string? Sheet { get; init; }
    /// <summary>The 1-based row of the headings; null means it is found.</summary>
    public int? HeaderRow { get; init; }
    /// <summary>Dotted path to the array of records in JSON; null means the file is the array, the record or one record a line.</summary>
    public string? Path { get; init; }
    /// <summary>Selector of the table in HTML; null means the only one with the expected headings.</summary>
    public string? Table { get; init; }
    /// <summary>In a PDF the heading of the column whose filled cell starts a row; null means it is found out.</summary>
    public string? RowStarts { get; init; }
    /// <summary>Every heading the source file names, those of columns that may be absent or are set aside included.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];
}

/// <summary>One way in which a publisher heads the columns.</summary>
public sealed record Layout(IReadOnlyList<ColumnRule> Columns);

/// <summary>A heading and the field it feeds.</summary>
/// <param name="Heading">As in the file, compared without regard to case and white space; <c>@3</c> is the third column where it has no heading.</param>
/// <param name="Optional">Whether the heading may be absent (<c>"name?"</c>).</param>
public sealed record ColumnRule(string Heading, Field Field, bool Optional);

/// <summary>A cell that is cut at a text into several fields.</summary>
public sealed record SplitRule(string Heading, string At, IReadOnlyList<Field> Into);

/// <summary>A whole-cell pattern whose groups are named by record keys.</summary>
public sealed record ExtractRule(string Heading, System.Text.RegularExpressions.Regex Pattern, IReadOnlyList<Field> Into);

/// <summary>A known bad value and what it must be.</summary>
public sealed record Patch(Field Field, string Match, string To, string Why);

/// <summary>Rows that are in the file and are no entry of the register.</summary>
public sealed record NotARecordRule(Field Field, string Is, string Why);

/// <summary>How several rows make one licence.</summary>
/// <param name="By">Rows alike in these fields that differ only in managers are one.</param>
/// <param name="ContinuedWhenEmpty">A row with these fields empty goes on in the next row.</param>
public sealed record OneLicence(IReadOnlyList<Field> By, IReadOnlyList<Field> ContinuedWhenEmpty);

/// <summary>Which licence kinds the file claims to hold, and for which area.</summary>
public sealed record Covers(IReadOnlyList<string> Schemes, string Area, string Evidence);

/// <summary>A person saw a real file of this stream read right.</summary>
public sealed record Verification(string By, DateOnly Date);

/// <summary>What the publisher says about re-use: reuse is ogl, stated, none-stated or forbidden.</summary>
public sealed record Terms(string Reuse, string Marketing, string Evidence);

/// <summary>A state that is known and needs nobody tonight.</summary>
public sealed record ExpectedState(StreamState State, string Why, DateOnly Since);

/// <summary>What a file must fulfil to be published.</summary>
/// <param name="MinRows">Fewest entries, about 85% of a known good count.</param>
/// <param name="Fill">Least share filled, by field, where the default does not fit.</param>
public sealed record Guards(int MinRows, IReadOnlyDictionary<Field, Limit> Fill)
{
    /// <summary>Largest share of rows that may be set aside, where 2% does not fit.</summary>
    public Limit? Quarantined { get; init; }
}

/// <summary>A limit other than the default, and the reason.</summary>
public sealed record Limit(double Share, string Why);

/// <summary>Cells as published and the fields they must become.</summary>
/// <param name="In">Text by heading.</param>
/// <param name="Out">Canonical text by field; empty where the field must be.</param>
public sealed record Example(IReadOnlyDictionary<string, string> In, IReadOnlyDictionary<Field, string> Out)
{
    /// <summary>Its 1-based line in the file.</summary>
    public long Line { get; init; }
}

/// <summary>When and why a stream ended.</summary>
public sealed record Retirement(DateOnly Date, string Why);

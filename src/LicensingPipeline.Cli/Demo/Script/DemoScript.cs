using System.Globalization;
using System.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>
/// How the demonstration plays the real source files: for every stream what its website serves on each night. It is data,
/// <c>data/samples/london/script.yaml</c>, since code knows no borough. What is served is invented; what it looks like is what the
/// source file says of the register.
/// </summary>
internal sealed class DemoScript
{
    /// <summary>Streams by <c>short-name/stream</c>.</summary>
    public Dictionary<string, StreamScript> Streams { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The outward code that the invented homes of an authority have, by its short name: none begins with Q in Britain.</summary>
    public Dictionary<string, string> Outcodes { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Reads the script; an unknown or repeated key is an error.</summary>
    public static DemoScript Read(string path)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        return yaml.Deserialize<DemoScript>(File.ReadAllText(path));
    }

    /// <summary>The table by which the demonstration knows where its invented postcodes lie.</summary>
    public byte[] OutcodeTable(Func<string, string> gss)
    {
        var lines = Outcodes.OrderBy(o => o.Value, StringComparer.Ordinal).Select(o => $"{o.Value},{gss(o.Key)}\n");
        return Encoding.UTF8.GetBytes($"{Catalogue.ReferenceTables.OutcodeColumns}\n\"{Demonstration.Mark}\",\n{string.Concat(lines)}");
    }
}

/// <summary>How one stream is played.</summary>
internal sealed class StreamScript
{
    /// <summary>Where its file lies: an address, or the name of the file that is handed in. Empty where the source file says it.</summary>
    public string File { get; set; } = "";

    /// <summary>The shape in which it is written: csv, xlsx, json, socrata, arcgis, pdf or none.</summary>
    public string As { get; set; } = "csv";

    /// <summary>How a PDF is drawn: wide, boxes, printed or report.</summary>
    public string Drawn { get; set; } = "report";

    /// <summary>How many licences it holds on the first night.</summary>
    public int Rows { get; set; } = 60;

    /// <summary>The reference, with <c>{n}</c> for a number of five digits and <c>{kind}</c> for the publisher's word for the kind.</summary>
    public string Reference { get; set; } = "EX-{n}";

    /// <summary>The publisher's words for the kinds in turn; empty takes one for each kind the source file knows.</summary>
    public List<string> Kinds { get; set; } = [];

    /// <summary>How days are written, as .NET says it; <c>ms</c> for milliseconds since 1970.</summary>
    public string Dates { get; set; } = "dd/MM/yyyy";

    /// <summary>Cells that are not simply the text of their field: a text with fields in braces, by heading.</summary>
    public Dictionary<string, string> Cells { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What must be read of a field, where the cells say more than the field: a text with fields in braces.</summary>
    public Dictionary<string, string> Reads { get; set; } = new(StringComparer.Ordinal);

    /// <summary>How many years earlier than the rest of the demonstration the licences are.</summary>
    public int YearsBefore { get; set; }

    /// <summary>Headings of the source file that this copy does not have.</summary>
    public List<string> Without { get; set; } = [];

    /// <summary>Headings that stand otherwise in the file than in the source file.</summary>
    public Dictionary<string, string> Renamed { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Rows above the headings.</summary>
    public List<string> Titles { get; set; } = [];

    /// <summary>Whether somebody has yet to see that it is read right.</summary>
    public bool Proving { get; set; }

    /// <summary>The day a copy handed in speaks of, by night; a night without one brings none.</summary>
    public List<string> AsAt { get; set; } = [];

    /// <summary>The state it comes to on each night.</summary>
    public List<string> Nights { get; set; } = [];

    /// <summary>Cells that are written otherwise than they should be, from the first night on.</summary>
    public List<SpoiltCell> Spoil { get; set; } = [];

    /// <summary>A licence with a second manager on a row of its own, by its number from 0.</summary>
    public int? SecondManager { get; set; }

    /// <summary>The state of a night by its 0-based number.</summary>
    public StreamState State(int night) => Enum.Parse<StreamState>(Nights[night]);

    /// <summary>A number of a licence as its reference has it.</summary>
    public string ReferenceOf(int number, string kind) => Reference
        .Replace("{n}", number.ToString("00000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{kind}", kind, StringComparison.Ordinal);
}

/// <summary>A cell of the register that is odd on purpose.</summary>
internal sealed class SpoiltCell
{
    /// <summary>Which licence, from 0.</summary>
    public int Row { get; set; }

    public string Heading { get; set; } = "";

    /// <summary>What stands in the cell; <c>{postcode-o}</c> is the postcode with the letter O in place of the nought.</summary>
    public string Text { get; set; } = "";

    /// <summary>The issues that must be raised.</summary>
    public List<string> Issues { get; set; } = [];

    /// <summary>What must be read of it: the field, and its text or nothing.</summary>
    public Dictionary<string, string> Reads { get; set; } = new(StringComparer.Ordinal);
}

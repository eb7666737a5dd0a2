using System.Globalization;

namespace LicensingPipeline.Catalogue;

/// <summary>An answer to a question of policy, and who gave it.</summary>
/// <param name="Key">The question.</param>
/// <param name="Value">The answer that holds.</param>
/// <param name="Reasons">Why.</param>
public sealed record PolicyDecision(PolicyKey Key, string Value, string Reasons)
{
    /// <summary>What is shown of an answer that nobody has decided.</summary>
    public const string NotDecided = "default chosen by the software's authors; not yet decided by the Union";

    /// <summary>Who decided, such as a meeting; null while the default of the authors holds.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>By when it is looked at again.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Whether somebody decided it.</summary>
    public bool IsDecided => DecidedBy is not null;

    /// <summary>Who decided it and when, or that nobody has.</summary>
    public string Standing => !IsDecided ? NotDecided
        : string.Create(CultureInfo.InvariantCulture, $"decided by {DecidedBy} on {Date:yyyy-MM-dd}, to be looked at again by {ReviewBy:yyyy-MM-dd}");
}

/// <summary>
/// What may be published, as people decided it: <c>data/governance/policy.yaml</c>, read here and nowhere else. What asks gets a
/// plain answer and never sees the file.
/// </summary>
/// <param name="Decisions">One for each key, in the order of <see cref="PolicyKey.All"/>.</param>
public sealed record Policy(IReadOnlyList<PolicyDecision> Decisions)
{
    /// <summary>Name of the file in the folder of governance.</summary>
    public const string FileName = "policy.yaml";

    /// <summary>Name of its folder below the data folder.</summary>
    public const string FolderName = "governance";

    /// <summary>What holds where nobody wrote a file: the defaults, decided by nobody.</summary>
    public static Policy Defaults { get; } = new([.. PolicyKey.All.Select(k => new PolicyDecision(k, k.Default, ""))]);

    /// <summary>Questions that nobody has decided.</summary>
    public IEnumerable<PolicyDecision> Undecided => Decisions.Where(d => !d.IsDecided);

    /// <summary>Whether one overall figure is shown.</summary>
    public bool ShowsComposite => Of(PolicyKey.Composite) == "shown";

    /// <summary>Days that a council has to answer a draft.</summary>
    public int ReplyDays => int.Parse(Of(PolicyKey.ReplyDays), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Whether public lists of issues say in which row each stands.</summary>
    public bool ShowsIssuePlaces => Of(PolicyKey.IssuePlaces) == "rows";

    /// <summary>Whether licences past their end date, and those that left the register, stand in public files.</summary>
    public bool ShowsExpired => Of(PolicyKey.Expired) == "shown";

    /// <summary>Who signs letters.</summary>
    /// <param name="operatorName">Who runs the program.</param>
    public string SignedBy(string operatorName) => Of(PolicyKey.SignedBy) is var answer && answer == PolicyKey.TheOperator ? operatorName : answer;

    /// <summary>To whom corrections are sent.</summary>
    /// <param name="operatorContact">How whoever runs the program is reached.</param>
    public string CorrectionsContact(string operatorContact) => Of(PolicyKey.Corrections) is var answer && answer == PolicyKey.TheOperator ? operatorContact : answer;

    /// <summary>The folder of policy that holds for a data folder: its own where it has one, else that which ships beside the reference tables.</summary>
    public static string FolderOf(string dataFolder, string referenceFolder) => Path.Combine(dataFolder, FolderName) is var own && Directory.Exists(own) ? own
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(referenceFolder))!, FolderName);

    /// <summary>Reads the policy of a folder; the defaults where it holds none.</summary>
    /// <exception cref="RefusedException">The file is wrong; nothing is published on a guess.</exception>
    public static Policy ReadFolder(string? folder)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, FileName)))
        {
            return Defaults;
        }

        var (policy, errors) = PolicyReader.Read(FileName, File.ReadAllText(Path.Combine(folder, FileName)));
        return policy ?? throw new RefusedException(string.Join(Environment.NewLine, errors));
    }

    private string Of(string key) => Decisions.Single(d => d.Key.Key == key).Value;
}

using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>Words of letters to councils.</summary>
internal static class LetterWords
{
    /// <summary>What would bring a register from each rung to the next.</summary>
    public static IReadOnlyList<string> NextRung { get; } =
    [
        "Say on a page how the register can be inspected, and where.",
        "Let anybody look a home up online.",
        "Publish the whole register as a file, such as a CSV or a spreadsheet.",
        "Publish the file as a table, such as a CSV or a spreadsheet, beside the document.",
        "Add each licence's reference and dates to the table, and say on the page under which terms it may be re-used.",
    ];

    /// <summary>What stands at each rung, said as something good; empty where there is nothing to say.</summary>
    public static IReadOnlyList<string> Rung { get; } =
    [
        "",
        "There is a stated way to see the register.",
        "Anybody can look a home up online.",
        "The whole register is online, as a document.",
        "The whole register is online, as a table.",
        "The whole register is online as a table, with references, dates and terms of re-use.",
    ];

    /// <summary>Who could do a mend.</summary>
    public static string Of(Doer doer) => doer switch
    {
        Doer.LicensingTeam => "licensing team",
        Doer.WebTeam => "web team",
        _ => "supplier of the system",
    };

    /// <summary>Licence kinds as a person says them.</summary>
    public static string Kind(string scheme) => scheme switch
    {
        "mandatory-hmo" => "mandatory HMO",
        "additional-hmo" => "additional HMO",
        "section-257" => "section 257",
        "temporary-exemption" => "temporary exemptions",
        "hmo-unspecified" => "HMO",
        "unknown" => "licences",
        _ => scheme,
    };

    /// <summary>A particular as a person says it.</summary>
    public static string Of(Particular particular) => particular.Key switch
    {
        "holder_name" => "the name of the licence holder",
        "holder_address" => "the address of the licence holder",
        "manager_name" => "the name of the person managing",
        "manager_address" => "the address of the person managing",
        "property_address" => "the address of the home",
        "description" => "a short description of the home",
        "conditions" => "a summary of the conditions",
        "start_date" => "the day the licence begins",
        "duration" => "how long the licence lasts",
        "storeys" => "the number of storeys",
        "sleeping_rooms" => "the number of sleeping rooms",
        "living_rooms" => "the number of living rooms",
        "max_persons" => "the number of persons or households allowed",
        _ => particular.Key.Replace('_', ' '),
    };

    /// <summary>Why we hold no copy that can be shown, in the words of a register's state; none of them blames.</summary>
    public static string Why(string? state) => state switch
    {
        nameof(StreamState.Blocked) => "the site asks programs to stay away, and ours does",
        nameof(StreamState.Unreachable) => "the site did not answer",
        nameof(StreamState.LinkMoved) or nameof(StreamState.Gone) => "the link is not where it was",
        nameof(StreamState.HeldShrunk) or nameof(StreamState.HeldDrift) or nameof(StreamState.HeldDegraded) => "the file is laid out otherwise than we know it, so a person has to look at it",
        nameof(StreamState.Proving) => "a person has still to see that we read the file right",
        nameof(StreamState.ConfigError) => "our own description of the register has to be mended",
        nameof(StreamState.Manual) => "a copy has to be asked for, and none has come",
        _ => "we have not read it yet",
    };
}

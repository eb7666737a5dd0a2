using LicensingPipeline.View;

namespace LicensingPipeline.Cli;

/// <summary>A licence as a person reads it.</summary>
internal static class LicenceText
{
    private static readonly Dictionary<string, string> Matched = new(StringComparer.Ordinal)
    {
        ["property_address"] = "address",
        ["holder_name"] = "holder's name",
        ["manager_name"] = "manager's name",
        ["licence_id"] = "licence id",
    };

    public static void Print(Terminal terminal, Found found, Names names, DateOnly today)
    {
        var licence = found.Licence;
        var postcode = licence[Field.Postcode];
        var address = licence[Field.PropertyAddress];
        var place = address is null ? postcode ?? "(no address)"
            : postcode is null || address.Contains(postcode, StringComparison.OrdinalIgnoreCase) ? OneLine(address) : $"{OneLine(address)}, {postcode}";
        terminal.Print(place);
        terminal.Print($"  {Kind(licence)}, reference {licence[Field.Reference] ?? "not stated"}, held by {OneLine(licence[Field.HolderName] ?? "(not stated)")}");
        var standing = Standing.Of(licence, found.IsCurrent, today);
        terminal.Print($"  {licence[Field.StartDate] ?? "start not stated"} to {licence[Field.EndDate] ?? "end not stated"}{(standing is null ? "" : $" - {standing}")}");
        terminal.Print($"  {names.Of(licence[Field.Authority] ?? "")}, stream {licence[Field.Stream]}, copy as at {licence[Field.AsAt]}; matched by {string.Join(", ", found.Why.Select(w => Matched.GetValueOrDefault(w, w)))}; id {licence.Id}");
    }

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Kind(Licence licence) => licence[Field.Scheme] switch
    {
        "mandatory-hmo" => "mandatory HMO licence",
        "additional-hmo" => "additional HMO licence",
        "selective" => "selective licence",
        "section-257" => "licence of a converted block (section 257)",
        "temporary-exemption" => "temporary exemption",
        "hmo-unspecified" => "HMO licence",
        _ => "licence of unstated kind",
    };
}

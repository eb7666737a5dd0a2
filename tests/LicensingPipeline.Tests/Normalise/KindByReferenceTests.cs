using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>
/// The kind of a licence where it stands in its reference: Oxford 2018 ends each with letters (HMOADS, HMOADL, HMOLIC), Barnet
/// 2024 begins each with some (HMOM, HMOAA). <c>extract</c> and <c>values</c> say it; nothing else guesses it.
/// </summary>
public sealed class KindByReferenceTests
{
    private const string ByEnd = """{ "Licence No": '(?<reference>\d\d/\d{5}/(?<scheme>HMO[A-Z]{3}))' }""", EndValues = "{ scheme: { HMOADS: additional-hmo, HMOADL: additional-hmo, HMOLIC: mandatory-hmo } }";
    private const string ByStart = """{ "Licence No": '(?<reference>(?<scheme>[A-Z]+)/\d\d/\d{5})' }""", StartValues = "{ scheme: { HMOM: mandatory-hmo, HMOAA: additional-hmo } }";
    private const string Columns = """{ "Property Address": property_address, "Holder": holder_name, "Start": start_date, "End": end_date, "Persons": max_persons }""";

    [Theory]
    [InlineData(ByEnd, EndValues, "99/00001/HMOADS", "2", "additional-hmo", null)]
    [InlineData(ByEnd, EndValues, "99/00001/HMOADL", "12", "additional-hmo", null)]
    [InlineData(ByEnd, EndValues, "99/00001/HMOLIC", "3", "mandatory-hmo", null)]
    [InlineData(ByStart, StartValues, "HMOM/99/00001", "3", "mandatory-hmo", null)]
    [InlineData(ByStart, StartValues, "HMOAA/99/00001", "12", "additional-hmo", null)]
    // Twelve persons would be a mandatory licence in most places; what the register does not say is not said.
    [InlineData(ByEnd, EndValues, "99/00001/HMOXYZ", "12", null, "value.unmapped")]
    [InlineData(ByStart, StartValues, "ZZ/99/00001", "12", null, "value.unmapped")]
    [InlineData(ByEnd, EndValues, "HMO-12", "12", null, "extract.no-fit")]
    public async Task The_letters_of_a_reference_tell_the_kind_and_the_number_of_persons_never_does(
        string extract, string values, string reference, string persons, string? scheme, string? issue)
    {
        var example = extract == ByEnd ? "99/00002/HMOADS" : "HMOM/99/00002";
        using var nights = new Nights().Source(("columns", Columns), ("extract", extract), ("values", values), ("constants", null), ("id", "[ property_address ]"), ("examples", $$"""[ { in: { "Licence No": {{example}} }, out: { reference: {{example}} } } ]"""))
            .Copy("2026-01-31", Rows.Csv([Rows.Row(1, reference: reference, persons: persons)]));

        var night = await nights.OneAsync();

        night.State.ShouldBe("Ok");
        Registers.Text(nights.Data, "select scheme from licence").ShouldBe(scheme);
        night.Issues.Keys.Where(k => k is "value.unmapped" or "extract.no-fit").ShouldBe(issue is null ? [] : [issue]);
    }
}

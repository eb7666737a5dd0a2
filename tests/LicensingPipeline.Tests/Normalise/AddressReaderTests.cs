using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>Invented addresses by rule; each shape names the kind of register that has it.</summary>
public sealed class AddressReaderTests
{
    private readonly AddressReader _reader = new();

    public static TheoryData<string> RuleIds => [.. AddressRules.All.Select(r => r.Id).Where(id => id != AddressRules.Cut)];

    [Theory, MemberData(nameof(RuleIds))]
    public void A_rule_makes_of_its_example_what_the_book_says_and_that_stays_as_it_is(string id)
    {
        var rule = AddressRules.All.Single(r => r.Id == id);
        var fired = new List<string>();

        var reading = _reader.Read(rule.Before, postcode: null, fired);

        fired.Contains(id, StringComparer.Ordinal).ShouldBeTrue();
        reading.ToString().ShouldBe(rule.After);
        _reader.Read(rule.After).ShouldBe(reading with { IsSure = _reader.Read(rule.After).IsSure });
    }

    // number, letter, range; the street
    [Theory]
    [InlineData("12 Nosuch Street, London, E8 9ZZ", "NUMBER_FROM 12 STREET NOSUCH STREET TOWN LONDON POSTCODE E8 9ZZ")]
    [InlineData("12a Nosuch Rd", "NUMBER_FROM 12 SUFFIX A STREET NOSUCH ROAD")]
    [InlineData("12-A Nosuch Rd", "NUMBER_FROM 12 SUFFIX A STREET NOSUCH ROAD")]
    [InlineData("Flat A, see 12-13 14 Nosuch Road", "UNIT_TYPE FLAT UNIT A NUMBER_FROM 14 STREET NOSUCH ROAD")]
    [InlineData("25 Fiction Lofts 1 67 Nosuch Road", "UNIT_TYPE FLAT UNIT 25 BUILDING FICTION LOFTS NUMBER_FROM 1 NUMBER_TO 67 STREET NOSUCH ROAD")]
    [InlineData("12 - 14 Nosuch Road", "NUMBER_FROM 12 NUMBER_TO 14 STREET NOSUCH ROAD")]
    [InlineData("12 & 14 Nosuch Road", "NUMBER_FROM 12 NUMBER_TO 14 STREET NOSUCH ROAD")]
    [InlineData("92-92A Nosuch Road", "NUMBER_FROM 92 NUMBER_TO 92 SUFFIX A STREET NOSUCH ROAD")]
    [InlineData("12, Nosuch Street, Nowhere", "NUMBER_FROM 12 STREET NOSUCH STREET LOCALITY NOWHERE")]
    [InlineData("18 Nosuch Road Oxford Oxfordshire OX2 9ZZ", "NUMBER_FROM 18 STREET NOSUCH ROAD TOWN OXFORD POSTCODE OX2 9ZZ")]
    [InlineData("12 St Nobody St", "NUMBER_FROM 12 STREET ST NOBODY STREET")]
    [InlineData("12 Upper St Martins Lane", "NUMBER_FROM 12 STREET UPPER ST MARTINS LANE")]
    [InlineData("12 King's Nosuch Road", "NUMBER_FROM 12 STREET KINGS NOSUCH ROAD")]
    [InlineData("12 Earls Court Road", "NUMBER_FROM 12 STREET EARLS COURT ROAD")]
    [InlineData("12 Nosuch Park Road", "NUMBER_FROM 12 STREET NOSUCH PARK ROAD")]
    [InlineData("12 London Road, London", "NUMBER_FROM 12 STREET LONDON ROAD TOWN LONDON")]
    [InlineData("9, Nosuch Common Side, London", "NUMBER_FROM 9 STREET NOSUCH COMMON SIDE TOWN LONDON")]
    [InlineData("12 The Nosuch", "NUMBER_FROM 12 STREET THE NOSUCH")]
    [InlineData("Nosuch Hill, London, SW2 9ZZ", "STREET NOSUCH HILL TOWN LONDON POSTCODE SW2 9ZZ")]
    [InlineData("12 Nosuch Street⏎Nowhere", "NUMBER_FROM 12 STREET NOSUCH STREET LOCALITY NOWHERE")]
    public void The_number_and_the_street_are_found(string address, string parts) => Parts(address).ShouldBe(parts);

    // flats, rooms, floors and positions in registers of converted houses and purpose-built blocks
    [Theory]
    [InlineData("Flat 2, 12 Nosuch Street", "UNIT_TYPE FLAT UNIT 2 NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("FLT2 12 NOSUCH STREET", "UNIT_TYPE FLAT UNIT 2 NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("Apartment 2A, 12 Nosuch Street", "UNIT_TYPE FLAT UNIT 2A NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("Flat A 12 Nosuch Street", "UNIT_TYPE FLAT UNIT A NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("Flat 6-20 Nosuch Street", "UNIT_TYPE FLAT UNIT 6 NUMBER_FROM 20 STREET NOSUCH STREET")]
    [InlineData("Fiction House 25 Flat 45 Nosuch Road", "UNIT_TYPE FLAT UNIT 45 BUILDING FICTION HOUSE NUMBER_FROM 25 STREET NOSUCH ROAD")]
    [InlineData("Room 3, Flat 4, 12 Nosuch Street", "UNIT_TYPE FLAT UNIT 4 ROOM 3 NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("Flat 4 Room 3, 12 Nosuch Street", "UNIT_TYPE FLAT UNIT 4 ROOM 3 NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("Studio 5, 12 Nosuch Street", "UNIT_TYPE STUDIO UNIT 5 NUMBER_FROM 12 STREET NOSUCH STREET")]
    [InlineData("A15 Fiction Court, 7 Nosuch Road", "UNIT_TYPE FLAT UNIT A15 BUILDING FICTION COURT NUMBER_FROM 7 STREET NOSUCH ROAD")]
    [InlineData("22 Fiction Row Apartments Nosuch Street", "UNIT_TYPE FLAT UNIT 22 BUILDING FICTION ROW APARTMENTS STREET NOSUCH STREET")]
    [InlineData("6 Fiction Court Vale Road", "UNIT_TYPE FLAT UNIT 6 BUILDING FICTION COURT STREET VALE ROAD")]
    [InlineData("Flat 193 Fiction Nosuch Road", "UNIT_TYPE FLAT UNIT 193 BUILDING FICTION STREET NOSUCH ROAD")]
    [InlineData("Flat C, Fiction Lodge, 78 Nosuch Hill", "UNIT_TYPE FLAT UNIT C BUILDING FICTION LODGE NUMBER_FROM 78 STREET NOSUCH HILL")]
    [InlineData("Basement Flat, 45 Nosuch Street", "UNIT_TYPE FLAT FLOOR -1 NUMBER_FROM 45 STREET NOSUCH STREET")]
    [InlineData("Lower Ground Floor, 45 Nosuch Street", "FLOOR -1 NUMBER_FROM 45 STREET NOSUCH STREET")]
    [InlineData("Ground Floor Flat 115 A Nosuch Street", "UNIT_TYPE FLAT FLOOR 0 NUMBER_FROM 115 SUFFIX A STREET NOSUCH STREET")]
    [InlineData("GFF, 45 Nosuch Street", "FLOOR 0 NUMBER_FROM 45 STREET NOSUCH STREET")]
    [InlineData("Garden Flat, 45 Nosuch Street", "UNIT_TYPE FLAT FLOOR 0 NUMBER_FROM 45 STREET NOSUCH STREET")]
    [InlineData("Top Floor Flat, 45 Nosuch Street", "UNIT_TYPE FLAT FLOOR top NUMBER_FROM 45 STREET NOSUCH STREET")]
    [InlineData("Flat A First and Second Floors 21 Nosuch Road", "UNIT_TYPE FLAT UNIT A FLOOR 1;2 NUMBER_FROM 21 STREET NOSUCH ROAD")]
    [InlineData("1st-3rd Floors, 21 Nosuch Road", "FLOOR 1;2;3 NUMBER_FROM 21 STREET NOSUCH ROAD")]
    [InlineData("First Floor Left, 21 Nosuch Road", "FLOOR 1 POSITION LEFT NUMBER_FROM 21 STREET NOSUCH ROAD")]
    [InlineData("21 First Avenue", "NUMBER_FROM 21 STREET FIRST AVENUE")]
    [InlineData("21 Front Street", "NUMBER_FROM 21 STREET FRONT STREET")]
    public void What_lies_inside_the_building_is_found(string address, string parts) => Parts(address).ShouldBe(parts);

    // towns, boroughs and counties from the end only, in registers that repeat them
    [Theory]
    [InlineData("12 Nosuch Street, London, London", "NUMBER_FROM 12 STREET NOSUCH STREET TOWN LONDON")]
    [InlineData("12 Nosuch Street Nowhere London Borough of Camden", "NUMBER_FROM 12 STREET NOSUCH STREET LOCALITY NOWHERE TOWN CAMDEN")]
    [InlineData("12 Camden High Street", "NUMBER_FROM 12 STREET CAMDEN HIGH STREET")]
    [InlineData("12 Nosuch Street, London N16", "NUMBER_FROM 12 STREET NOSUCH STREET TOWN LONDON")]
    [InlineData("12 Nosuch Street, Hayes, Middx, UK", "NUMBER_FROM 12 STREET NOSUCH STREET TOWN HAYES")]
    [InlineData("First Floor Flat 12 Nosuch Street, London, N16 6A", "UNIT_TYPE FLAT FLOOR 1 NUMBER_FROM 12 STREET NOSUCH STREET TOWN LONDON")]
    [InlineData("12 Nosuch Street, Hornchurch RM12", "NUMBER_FROM 12 STREET NOSUCH STREET TOWN HORNCHURCH")]
    [InlineData("5 Islington, Liverpool", "NUMBER_FROM 5 STREET ISLINGTON TOWN LIVERPOOL")]
    public void Places_are_taken_from_the_end_only(string address, string parts) => Parts(address).ShouldBe(parts);

    // flats over shops and in back yards: the number locates and does not identify
    [Theory]
    [InlineData("Rear of 12 Nosuch Street", AddressRelation.RearOf)]
    [InlineData("Flat R/O 12 Nosuch Street", AddressRelation.RearOf)]
    [InlineData("Flat above 12 Nosuch Street", AddressRelation.Above)]
    [InlineData("Flat over shop 12 Nosuch Street", AddressRelation.Above)]
    [InlineData("Land adjacent to 12 Nosuch Street", AddressRelation.LandAt)]
    [InlineData("Adj 12 Nosuch Street", AddressRelation.AdjacentTo)]
    public void What_only_lies_near_a_number_gets_no_key(string address, AddressRelation relation)
    {
        var reading = _reader.Read(address, "E8 9ZZ");

        reading.Relation.ShouldBe(relation);
        reading.NumberFrom.ShouldBe(12);
        AddressKeys.Of(reading).ShouldBeNull();
    }

    [Theory]
    [InlineData("12A Nosuch Street", "12A NOSUCH STREET", "FLAT A, 12 NOSUCH STREET")]
    [InlineData("2 4 Nosuch Street", "FLAT 2, 4 NOSUCH STREET", "2-4 NOSUCH STREET")]
    [InlineData("12/14 Nosuch Street", "12-14 NOSUCH STREET", "FLAT 12, 14 NOSUCH STREET")]
    [InlineData("Flat 12 Nosuch Street", "FLAT 12, NOSUCH STREET", "FLAT, 12 NOSUCH STREET")]
    [InlineData("24 Fiction Court", "24 FICTION COURT", "FLAT 24, FICTION COURT")]
    public void Where_a_text_has_two_meanings_both_are_kept(string address, string first, string second)
    {
        var readings = _reader.ReadAll(address);

        readings.Select(r => r.ToString()).Take(2).ShouldBe([first, second]);
        readings.Count.ShouldBeInRange(2, 4);
    }

    [Fact]
    public void A_text_that_is_no_address_is_cut_and_makes_no_key()
    {
        var fired = new List<string>();

        var reading = _reader.Read(string.Join(' ', Enumerable.Repeat("12 Nosuch Street", 300)), "E8 9ZZ", fired);

        fired.Contains(AddressRules.Cut, StringComparer.Ordinal).ShouldBeTrue();
        reading.IsSure.ShouldBeFalse();
    }

    [Fact]
    public void A_text_is_explained_with_its_readings_its_rules_and_its_key()
    {
        var lines = AddressReader.Explain("Flt 2, 12A Nosuch St, E8 9ZZ");

        lines.ShouldContain(("reading 1", "FLAT 2, 12A NOSUCH STREET, E8 9ZZ"));
        lines.ShouldContain(("rule", AddressRules.Flat));
        lines.ShouldContain(("key", "FLAT 2 12A NOSUCH STREET|E8 9ZZ"));
    }

    private string Parts(string address) =>
        string.Join(' ', _reader.Read(address.Replace('⏎', '\n')).Parts().Select(p => $"{p.What.ToUpperInvariant()} {p.Value}"));
}

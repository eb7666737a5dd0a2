using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>What publishers were seen to call the fields, and what is easily taken for another.</summary>
public sealed class SynonymsTests
{
    [Theory]
    [InlineData("Premises Address", "property_address")]
    [InlineData("AddressofHMOlicensedproperty", "property_address")]
    [InlineData("FULL ADDRESS", "property_address")]
    [InlineData("houseno", "property_address")]
    [InlineData("licn-expiry-date", "end_date")]
    [InlineData("EXPIRYD", "end_date")]
    [InlineData("LICENCE_END_DATE", "end_date")]
    [InlineData("Licence end date", "end_date")]
    [InlineData("Licence valid from", "start_date")]
    [InlineData("Licence Commenced", "start_date")]
    [InlineData("ISSUED", "issue_date")]
    [InlineData("Dateofissue", "issue_date")]
    [InlineData("Total number of permitted occupants", "max_persons")]
    [InlineData("Maximum permitted households", "max_households")]
    [InlineData("Total Number Units", "max_households")]
    [InlineData("Licence Holder", "holder_name")]
    [InlineData("LicenceeAddress1", "holder_address")]
    [InlineData("details.licence_holder_name", "holder_name")]
    [InlineData("Person Managing", "manager_name")]
    [InlineData("Address Of Manager", "manager_address")]
    [InlineData("Non-Self Contained Units", "flats_not_self_contained")]
    [InlineData("Self Contained Units", "flats_self_contained")]
    [InlineData("No. of Toilets and Wash basins", "wcs")]
    [InlineData("washhandbasin", "wash_hand_basins")]
    [InlineData("No. of rooms providing sleeping accommodation", "sleeping_rooms")]
    [InlineData("Postode", "postcode")]
    [InlineData("LicenseePostcode", "holder_address")]
    [InlineData("Licence No.", "reference")]
    [InlineData("Licence reference number", "reference")]
    [InlineData("Licence type", "scheme")]
    [InlineData("Property Type", "description")]
    [InlineData("geometry.latitude", "latitude")]
    [InlineData("NameAndaddress", null)]
    [InlineData("Easting", null)]
    [InlineData("Rooms", null)]
    public void A_heading_names_a_field(string heading, string? field) => (Synonyms.Of(heading)?.Key()).ShouldBe(field);

    [Theory]
    [InlineData("HMO - Mandatory", "mandatory-hmo")]
    [InlineData("Additional HMO licence", "additional-hmo")]
    [InlineData("Selective licence", "selective")]
    [InlineData("Flats Section 257", "section-257")]
    [InlineData("House in multiple occupation", "hmo-unspecified")]
    [InlineData("Not defined", null)]
    public void Words_name_a_licence_kind(string words, string? scheme) => SchemeWords.Of(words).ShouldBe(scheme);
}

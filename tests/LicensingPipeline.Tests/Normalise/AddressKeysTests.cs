using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

public sealed class AddressKeysTests
{
    private readonly AddressReader _reader = new();

    [Theory]
    [InlineData("Flat 2, 12 Nosuch St, London, E8 9ZZ", "FLT 2 12 NOSUCH STREET E8 9ZZ")]
    [InlineData("12 Nosuch Gdns, Nowhere, London, E8 9ZZ", "12, Nosuch Gardens, London, Greater London, E8 9ZZ")]
    [InlineData("14 Fiction Court, Nosuch Road, E8 9ZZ", "Flat 14 Fiction Ct Nosuch Rd E8 9ZZ")]
    [InlineData("12 to 14 Nosuch Road, E8 9ZZ", "12-14 Nosuch Road, E8 9ZZ")]
    [InlineData("Basement Flat, 12 Nosuch Road, E8 9ZZ", "Flat Basement 12 Nosuch Road, E8 9ZZ")]
    public void Two_writings_of_one_home_meet(string one, string other)
    {
        AddressKeys.Of(_reader.Read(one)).ShouldNotBeNull();
        AddressKeys.Of(_reader.Read(other)).ShouldBe(AddressKeys.Of(_reader.Read(one)));
    }

    [Theory]
    [InlineData("Flat 2, 12 Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ")]
    [InlineData("12A Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ")]
    [InlineData("12A Nosuch Street, E8 9ZZ", "12B Nosuch Street, E8 9ZZ")]
    [InlineData("Room 2, 12 Nosuch Street, E8 9ZZ", "Flat 2, 12 Nosuch Street, E8 9ZZ")]
    [InlineData("12 Nosuch Street, E8 9ZZ", "12 Nosuch Road, E8 9ZZ")]
    [InlineData("12 Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZY")]
    [InlineData("Fiction House, 12 Nosuch Street, E8 9ZZ", "Invented House, 12 Nosuch Street, E8 9ZZ")]
    [InlineData("Ground Floor, 12 Nosuch Street, E8 9ZZ", "First Floor, 12 Nosuch Street, E8 9ZZ")]
    public void Two_homes_do_not(string one, string other) =>
        string.Equals(AddressKeys.Of(_reader.Read(one)), AddressKeys.Of(_reader.Read(other)), StringComparison.Ordinal).ShouldBeFalse();

    [Theory]
    [InlineData("12 Nosuch Street")]
    [InlineData("2 4 Nosuch Street, E8 9ZZ")]
    [InlineData("12/14 Nosuch Street, E8 9ZZ")]
    [InlineData("Nosuch Street, E8 9ZZ")]
    [InlineData("12 Nosuch Street, E8 9ZZ, Flat 2")]
    [InlineData("12 Nosuch Street, Unit, 7 B, E8 9ZZ")]
    public void What_is_in_doubt_gets_none(string address) => AddressKeys.Of(_reader.Read(address)).ShouldBeNull();
}

using LicensingPipeline.Tests.Support;
using LicensingPipeline.View;
using Shouldly;
using Xunit;
using Registers = LicensingPipeline.Store.Registers;

namespace LicensingPipeline.Tests.View;

/// <summary>One usual night for all questions.</summary>
public sealed class UsualNight : IAsyncLifetime
{
    public InventedNight Night { get; } = InventedNight.Usual();

    public async ValueTask InitializeAsync() => await Night.RunAsync();

    public ValueTask DisposeAsync()
    {
        Night.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class FinderTests(UsualNight usual) : IClassFixture<UsualNight>
{
    [Theory]
    [InlineData("N1 1AA", "CAM/1 postcode")]
    [InlineData("n11aa", "CAM/1 postcode")]
    [InlineData(" n1  1 a a", "CAM/1 postcode")]
    [InlineData("N1", "CAM/1 postcode; CAM/4 postcode; CAM/5 postcode; CAM/2* postcode")]
    [InlineData("N1 1", "CAM/1 postcode; CAM/4 postcode; CAM/5 postcode; CAM/2* postcode")]
    [InlineData("cam/3", "CAM/3 reference")]
    [InlineData("12 Quillfeather Road", "CAM/1 property_address")]
    [InlineData("12 quillfeather rd", "CAM/1 property_address")]
    [InlineData("road quillfeather", "CAM/1 property_address; CAM/2* property_address")]
    [InlineData("Quillf", "CAM/1 property_address; CAM/2* property_address")]
    [InlineData("12 Quillfeather Road N1 1AA", "CAM/1 postcode+property_address")]
    [InlineData("Brightfold Lettings Limited", "CAM/3 holder_name; CAM/1 holder_name")]
    [InlineData("Gwendolyn and Hubert Tiddlewick", "CAM/4 holder_name")]
    [InlineData("Ottoline Quent", "CAM/1 manager_name")]
    [InlineData("brightfold marzipan", "CAM/3 property_address+holder_name")]
    [InlineData("snodgrove pym", "HAC/9 holder_name")]
    [InlineData("Plumstone", "CAM/2* holder_name")]
    public void Finds_what_is_meant_and_says_why(string text, string found) => Find(text).ShouldBe(found);

    [Theory]
    [InlineData("\" OR \"1")]
    [InlineData("NEAR(Quillfeather Road, 2)")]
    [InlineData("property_address : Nowhere")]
    [InlineData("Nowhere*")]
    [InlineData("^Nowhere - {a b} : 'x'")]
    [InlineData("Nowhere'; drop table licence; --")]
    public void Signs_of_a_search_language_are_only_signs(string text) => Find(text).ShouldBe("");

    [Theory]
    [InlineData("*")]
    [InlineData(" -- ")]
    [InlineData("")]
    public void A_text_without_letter_or_digit_asks_nothing(string text) => Question.Of(text).ShouldBeNull();

    [Fact]
    public void An_address_spelled_otherwise_leads_to_its_postcode()
    {
        using var registers = Registers.Open(usual.Night.Data);
        var answer = new Finder(registers).Find(Question.Of("Ground floor, Quillfeather House, N1 1AA")!, 50);
        answer.PostcodeOnly.ShouldBeTrue();
        answer.Licences.Single().Licence[Field.Reference].ShouldBe("CAM/1");
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        using var registers = Registers.Open(usual.Night.Data);
        var answer = new Finder(registers).Find(Question.Of("N1")!, 3);
        (answer.Licences.Count, answer.Total).ShouldBe((3, 4));
        answer.Licences.ShouldAllBe(l => l.IsCurrent);
    }

    [Fact]
    public void An_id_finds_its_licence_current_or_former()
    {
        using var registers = Registers.Open(usual.Night.Data);
        var finder = new Finder(registers);
        foreach (var found in finder.Find(Question.Of("Quillfeather")!, 50).Licences)
        {
            var again = finder.Find(Question.Of(found.Licence.Id.ToUpperInvariant())!, 50).Licences.Single();
            (again.Licence.Id, again.IsCurrent, again.Why.Single()).ShouldBe((found.Licence.Id, found.IsCurrent, "licence_id"));
        }
    }

    private string Find(string text)
    {
        using var registers = Registers.Open(usual.Night.Data);
        var answer = new Finder(registers).Find(Question.Of(text)!, 50);
        return string.Join("; ", answer.Licences.Select(l => $"{l.Licence[Field.Reference]}{(l.IsCurrent ? "" : "*")} {string.Join('+', l.Why)}"));
    }
}

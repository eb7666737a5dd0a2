using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class OperatorTests : IDisposable
{
    private readonly Folder _folder = new();

    [Theory]
    [InlineData("https://branch.example/register")]
    [InlineData("desk@branch.example")]
    public void Name_and_contact_are_read(string contact)
    {
        _folder.Write("operator.yaml", $"name: Example Branch\ncontact: {contact}\n");

        OperatorFile.Read(_folder.Path).ShouldBe(new Operator("Example Branch", contact));
    }

    [Fact]
    public void No_file_is_no_operator() => OperatorFile.Read(_folder.Path).ShouldBeNull();

    [Theory]
    [InlineData("name: Example Branch", "contact: this key is missing")]
    [InlineData("contact: desk@branch.example", "name: this key is missing")]
    [InlineData("name: Example Branch\ncontact: http://branch.example/", "a page starting with https://")]
    [InlineData("name: Example Branch\ncontact: ask at the desk", "a page starting with https://")]
    [InlineData("name: Example Branch\ncontact: desk@branch", "a page starting with https://")]
    [InlineData("name: Example Branch\ncontact: 'https://branch.example/(x) y'", "a page starting with https://")]
    [InlineData("name: Example Branch\ncontact: \"https://branch.example/\\r\\nX-Header: 1\"", "a page starting with https://")]
    [InlineData("name: Example Branch\ncontact: 'https://someone:word@branch.example/'", "a page starting with https://")]
    [InlineData("name: Example Branch\ncontact: desk@branch.example\nphone: none", "phone: this key is not known here")]
    [InlineData("name: a\nname: b\ncontact: desk@branch.example", "a key stands twice")]
    [InlineData("Example Branch", "one map")]
    public void What_is_wrong_is_said(string yaml, string says)
    {
        _folder.Write("operator.yaml", yaml);

        Should.Throw<OperatorException>(() => OperatorFile.Read(_folder.Path)).Message.ShouldContain(says);
    }

    public void Dispose() => _folder.Dispose();
}

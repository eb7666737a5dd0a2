using Xunit;

namespace LicensingPipeline.Web.Tests;

public sealed class XTests
{
    [Fact]
    public void X_y() => Assert.Equal(1, "x".Length);
}

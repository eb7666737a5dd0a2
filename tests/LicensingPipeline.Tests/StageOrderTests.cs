using Xunit;

namespace LicensingPipeline.Tests;

public sealed class StageOrderTests
{
    [Fact]
    public void X_y() => Assert.Equal(1, "x".Length);
}

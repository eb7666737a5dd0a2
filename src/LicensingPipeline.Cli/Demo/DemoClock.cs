namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// A clock that stands at the moment a night is played at, so that every run of the demonstration records the same; waits
/// and stop-watches are those of the real clock.
/// </summary>
internal sealed class DemoClock(DateTimeOffset night) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => night;
}

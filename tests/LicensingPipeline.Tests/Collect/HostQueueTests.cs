using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Collect;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class HostQueueTests
{
    [Fact]
    public async Task A_pause_ends_though_the_wall_clock_stands_still()
    {
        var queue = new HostQueue(new CollectOptions { Jitter = () => 0.5, Pause = TimeSpan.FromMilliseconds(30) }, new DemoClock(new DateTimeOffset(2026, 11, 1, 2, 0, 0, TimeSpan.Zero)));
        var url = new Uri("https://council.example/");
        using (await queue.EnterAsync(url, TestContext.Current.CancellationToken))
        {
        }

        var started = TimeProvider.System.GetTimestamp();
        using var second = await queue.EnterAsync(url, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(20));
    }
}

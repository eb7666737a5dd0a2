using LicensingPipeline.Cli;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class SchedulesTests
{
    [Fact]
    public void Cron_gets_a_night_and_a_look_by_day()
    {
        var lines = Schedules.Of("cron", "/home/someone/100% rent/licensing", "/s", "/d").Single().Text.Split('\n');
        lines[0].ShouldMatch(@"^\d{1,2} [1-4] \* \* \* '/home/someone/100\\% rent/licensing' run --sources '/s' --data '/d'$");
        lines[1].ShouldBe(@"0 12 * * * '/home/someone/100\% rent/licensing' status --max-age 26h --sources '/s' --data '/d' >/dev/null");
    }

    [Fact]
    public void The_hour_is_of_the_night_and_another_elsewhere()
    {
        var minutes = Enumerable.Range(0, 200).Select(i => Schedules.Minute($"/home/volunteer{i}/data")).ToList();
        minutes.ShouldAllBe(m => m >= 60 && m < 300);
        minutes.Distinct().Count().ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Systemd_gets_two_services_and_two_timers()
    {
        var files = Schedules.Of("systemd", "/opt/a \"b\"/licensing", "/s", "/d%");
        files.Count.ShouldBe(4);
        files[0].Text.ShouldContain("ExecStart=\"/opt/a \\\"b\\\"/licensing\" run --sources \"/s\" --data \"/d%%\"\n");
        files[1].Text.ShouldContain("RandomizedDelaySec=4h");
        files[2].Text.ShouldContain("status --max-age 26h");
    }
}

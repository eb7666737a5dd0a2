using System.Globalization;

namespace LicensingPipeline.Cli;

/// <summary>A file, or lines of one, for whatever runs programs at a time.</summary>
internal sealed record ScheduleFile(string Name, string Text);

/// <summary>
/// What runs the pipeline every night and looks by day whether it came. The hour is between one and five and another on
/// every checkout, so that not all of London's volunteers knock at a council at once.
/// </summary>
internal static class Schedules
{
    private const int FirstMinute = 60;
    private const int Minutes = 4 * 60;
    private const string MaxAge = "26h";

    /// <param name="kind">systemd or cron.</param>
    /// <param name="launcher">The program.</param>
    /// <param name="sources">Folder of sources.</param>
    /// <param name="data">Data folder.</param>
    public static IReadOnlyList<ScheduleFile> Of(string kind, string launcher, string sources, string data) =>
        kind == "cron" ? Cron(launcher, sources, data) : Systemd(launcher, sources, data);

    /// <summary>The minute of the night, worked out from where the data lies: the same whenever it is printed.</summary>
    public static int Minute(string data)
    {
        var hash = 0u;
        foreach (var c in data)
        {
            hash = unchecked((hash * 31) + c);
        }

        return FirstMinute + (int)(hash % Minutes);
    }

    private static ScheduleFile[] Cron(string launcher, string sources, string data)
    {
        var at = Minute(data);
        var common = $"--sources {ShellQuoted(sources)} --data {ShellQuoted(data)}";
        return
        [
            new("crontab: add these lines with 'crontab -e'; cron mails what they print", string.Create(CultureInfo.InvariantCulture,
                $"""
                {at % 60} {at / 60} * * * {CronEscaped($"{ShellQuoted(launcher)} run {common}")}
                0 12 * * * {CronEscaped($"{ShellQuoted(launcher)} status --max-age {MaxAge} {common} >/dev/null")}

                """)),
        ];
    }

    private static ScheduleFile[] Systemd(string launcher, string sources, string data)
    {
        var common = $"--sources {UnitQuoted(sources)} --data {UnitQuoted(data)}";
        return
        [
            new("~/.config/systemd/user/licensing.service",
                Service("Nightly run of the licensing pipeline", $"{UnitQuoted(launcher)} run {common}", "SuccessExitStatus=2\n")),
            new("~/.config/systemd/user/licensing.timer",
                Timer("Nightly run of the licensing pipeline", "*-*-* 01:00:00", "RandomizedDelaySec=4h\nFixedRandomDelay=true\n")),
            new("~/.config/systemd/user/licensing-check.service",
                Service("Did the licensing pipeline run last night?", $"{UnitQuoted(launcher)} status --max-age {MaxAge} {common}", "StandardOutput=null\n")),
            new("~/.config/systemd/user/licensing-check.timer; then: systemctl --user enable --now licensing.timer licensing-check.timer",
                Timer("Did the licensing pipeline run last night?", "*-*-* 12:00:00", "")),
        ];
    }

    private static string Service(string description, string command, string more) =>
        $"[Unit]\nDescription={description}\nWants=network-online.target\nAfter=network-online.target\n\n[Service]\nType=oneshot\nUMask=0077\nNice=10\n{more}ExecStart={command}\n";

    private static string Timer(string description, string at, string more) =>
        $"[Unit]\nDescription={description}\n\n[Timer]\nOnCalendar={at}\n{more}Persistent=true\n\n[Install]\nWantedBy=timers.target\n";

    private static string ShellQuoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>To cron a per cent sign ends the command.</summary>
    private static string CronEscaped(string text) => text.Replace("%", "\\%", StringComparison.Ordinal);

    private static string UnitQuoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal)}\"";
}

using System.Diagnostics;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>The page in a real browser, where one is installed.</summary>
public sealed class BrowserTests
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_page_fits_the_screen_and_the_browser_complains_of_nothing(int width)
    {
        using var night = InventedNight.Usual();
        await night.RunAsync();
        await Site.WriteAsync(night.Data, night.Sources, InventedNight.Reference, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken);
        var path = Path.Combine(night.Data, "site", "status.html");
        // A frame is as narrow as it is told to be; a window is not. What it measures ends up in the title.
        var frame = Path.Combine(night.Data, "site", "frame.html");
        await File.WriteAllTextAsync(frame, $$"""
            <!DOCTYPE html><title>?</title><iframe id="f" src="status.html" style="width:{{width}}px;height:800px;border:0"></iframe>
            <script>f.onload = () => { const d = f.contentDocument.documentElement; document.title = 'wide ' + d.scrollWidth + ' of ' + d.clientWidth; }</script>
            """, TestContext.Current.CancellationToken);
        var (dom, log) = await DumpAsync(frame);
        dom.ShouldContain($"<title>wide {width} of {width}</title>");
        log.ShouldNotContain("CONSOLE");
        (await DumpAsync(path)).Dom.ShouldContain("What we hold, by authority");
    }

    private static async Task<(string Dom, string Log)> DumpAsync(string path)
    {
        var browser = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "No chromium is installed here.");
        var profile = Directory.CreateTempSubdirectory("browser-");
        try
        {
            var start = new ProcessStartInfo(browser!)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--headless", "--hide-scrollbars", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--allow-file-access-from-files", "--virtual-time-budget=5000",
                    $"--user-data-dir={profile.FullName}", "--dump-dom", new Uri(path).AbsoluteUri,
                },
            };
            using var process = Process.Start(start)!;
            var (dom, log) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            return (await dom, await log);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}

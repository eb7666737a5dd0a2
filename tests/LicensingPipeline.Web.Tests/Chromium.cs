using Microsoft.Playwright;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>The browser that is installed here, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Installed = Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Installed is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Installed, Args = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"] });
        }
    }

    /// <summary>Whether a browser is installed here.</summary>
    public bool IsHere => _browser is not null;

    /// <summary>A window of its own; the test is skipped where no browser is installed.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(_browser is null, "No chromium is installed here.");
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

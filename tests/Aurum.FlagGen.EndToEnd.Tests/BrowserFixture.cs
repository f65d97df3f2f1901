using Aurum.FlagGen.TestKit;
using Microsoft.Playwright;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>One browser for the tests of a class, started by the first that needs it: where there is none, that test says so.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>How long an action on a page may take on a busy machine; by itself the browser's driver gives it 30 seconds.</summary>
    private const float ActionLimit = 5 * 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page in a profile of its own.</summary>
    internal async Task<OpenedPage> OpenAsync(DashboardProcess dashboard, BrowserNewPageOptions? options = null)
    {
        string chromium = RequiredTool.Chromium;
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
        OpenedPage opened = new(await _browser.NewPageAsync(options));
        opened.Page.SetDefaultTimeout(ActionLimit);
        await opened.Page.GotoAsync(dashboard.Http.BaseAddress!.ToString());
        return opened;
    }
}

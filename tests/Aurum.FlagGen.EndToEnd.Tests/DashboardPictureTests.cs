using Aurum.FlagGen.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>Takes the README's pictures, which <c>eng/dashboard-picture.sh</c> puts in their place.</summary>
public sealed class DashboardPictureTests(DashboardFixture shared, BrowserFixture browser) : IClassFixture<DashboardFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("dashboard.png", ColorScheme.Light)]
    [InlineData("dashboard-dark.png", ColorScheme.Dark)]
    public async Task Picture_OfThePage_IsTaken(string name, ColorScheme scheme)
    {
        await using OpenedPage opened = await browser.OpenAsync(
            shared.Dashboard,
            new() { ViewportSize = new() { Width = 1228, Height = 820 }, DeviceScaleFactor = 2, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await Expect(opened.Page.Locator("#answer")).ToHaveTextAsync("true");

        byte[] picture = await opened.Page.ScreenshotAsync(new() { Path = RepositoryFolder.Combine("artifacts", "pictures", name) });

        picture.Length.ShouldBeGreaterThan(50_000);
        opened.Complaints.ShouldBeEmpty();
    }
}

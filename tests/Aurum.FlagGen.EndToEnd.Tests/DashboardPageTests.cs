using Aurum.FlagGen.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurum.FlagGen.EndToEnd.Tests;

public sealed class DashboardPageTests
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    [Fact]
    public async Task Page_AnotherUser_ShowsOtherValuesWithTheirReasons()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using PageOf opened = await PageOf.OpenAsync(dashboard);
        IPage page = opened.Page;

        ILocator pageSize = page.Locator("article[data-key='search.page_size']");
        await Expect(page.Locator("article")).ToHaveCountAsync(8);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ada, admin" }).ClickAsync();
        await Expect(pageSize.Locator(".reason")).Not.ToBeEmptyAsync();
        string ada = await page.Locator("main").InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "A visitor" }).ClickAsync();
        await Expect(page.Locator("article[data-key='checkout.flow'] .error")).ToContainTextAsync("user_id");

        (await page.Locator("main").InnerTextAsync()).ShouldNotBe(ada);
        opened.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ManifestEdited_FollowsByItself()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using PageOf opened = await PageOf.OpenAsync(dashboard);
        ILocator banner = opened.Page.Locator("#banner");
        await Expect(banner).Not.ToBeEmptyAsync();
        string before = await banner.InnerTextAsync();

        await dashboard.EditAsync($"\"{before}\"", "\"Seen by the page\"");

        await Expect(banner).ToHaveTextAsync("Seen by the page", new() { Timeout = 30_000 });
        opened.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_Explain_TellsTheDecisionStepByStep()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using PageOf opened = await PageOf.OpenAsync(dashboard);
        ILocator card = opened.Page.Locator("article[data-key='new_nav']");

        await card.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();

        await Expect(card.Locator("pre")).ToContainTextAsync("new_nav is on");
        await Expect(card.Locator("pre")).ToContainTextAsync("user.age gte 18");
    }

    /// <summary>A page in a real browser that remembers what the browser complained of.</summary>
    private sealed class PageOf(IPlaywright playwright, IBrowser browser, IPage page) : IAsyncDisposable
    {
        public IPage Page { get; } = page;

        public List<string> Errors { get; } = [];

        public static async Task<PageOf> OpenAsync(DashboardProcess dashboard)
        {
            string chromium = RequiredTool.Chromium;
            IPlaywright playwright = await Playwright.CreateAsync();
            IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
            PageOf opened = new(playwright, browser, await browser.NewPageAsync());
            opened.Page.PageError += (_, error) => opened.Errors.Add(error);
            opened.Page.Console += (_, message) =>
            {
                if (message.Type == "error")
                {
                    opened.Errors.Add(message.Text);
                }
            };
            await opened.Page.GotoAsync(dashboard.Http.BaseAddress!.ToString());
            return opened;
        }

        public async ValueTask DisposeAsync()
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }
}

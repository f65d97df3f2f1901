using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurum.FlagGen.EndToEnd.Tests;

public sealed class DashboardPageTests(DashboardFixture shared, BrowserFixture browser) : IClassFixture<DashboardFixture>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Page_Opened_ShowsTheFileTheCodeAndTheAnswer()
    {
        await using OpenedPage opened = await browser.OpenAsync(shared.Dashboard);
        IPage page = opened.Page;

        await Expect(page.Locator("#excerpt")).ToContainTextAsync("\"rollout_percentage\": 50");
        await Expect(page.Locator("#excerpt mark")).ToHaveTextAsync("\"rollout_percentage\": 50");
        await Expect(page.Locator("#csharp")).ToContainTextAsync("UserRole = UserRoles.Premium,");
        await Expect(page.Locator("#answer")).ToHaveTextAsync("true");
        await Expect(page.Locator("#why")).ToHaveTextAsync("Rule Premium users matches: user.role is premium, and bucket 8.628 lies below 50.");
        await Expect(page.Locator("#state")).ToContainTextAsync("watching flags.json");
        (await page.Locator("#flags tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.key)")).ShouldBe(
            ["new_nav", "checkout.flow", "search.page_size", "pricing.discount", "banner.text", "theme", "search.fuzzy"]);
        await Expect(Row(page, "checkout.flow").Locator(".csharp")).ToHaveTextAsync("Features.Checkout.Flow.GetVariant(context)");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_AnotherUser_ShowsOtherAnswersWithTheirReasons()
    {
        await using OpenedPage opened = await browser.OpenAsync(shared.Dashboard);
        IPage page = opened.Page;
        ILocator button = page.GetByRole(AriaRole.Button, new() { Name = "user-7, member" });

        await button.ClickAsync();

        await Expect(page.Locator("#answer")).ToHaveTextAsync("false");
        await Expect(page.Locator("#for")).ToHaveTextAsync("For user-7 it is");
        await Expect(page.Locator("#why")).ToContainTextAsync("user.role is member, not premium");
        await Expect(page.Locator("#csharp")).ToContainTextAsync("UserRole = UserRoles.Member,");
        await Expect(page.Locator("#ruler")).ToBeHiddenAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "a visitor" }).ClickAsync();
        await Expect(Row(page, "checkout.flow").Locator(".why")).ToContainTextAsync("user_id");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ByKeyboard_TakesAnotherUserAndOpensAllSteps()
    {
        await using OpenedPage opened = await browser.OpenAsync(shared.Dashboard);
        IPage page = opened.Page;
        await Expect(page.Locator("#answer")).ToHaveTextAsync("true");

        await page.GetByRole(AriaRole.Button, new() { Name = "Another…" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("User id")).ToBeFocusedAsync();
        await page.GetByLabel("User id").FillAsync("user-43");
        await Expect(page.Locator("#for")).ToHaveTextAsync("For user-43 it is");
        await page.GetByRole(AriaRole.Button, new() { Name = "new_nav" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Every step of new_nav" })).ToContainTextAsync("user.age gte 18");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Every step of new_nav" })).ToHaveCountAsync(0);
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_PercentageEdited_FollowsByItself()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using OpenedPage opened = await browser.OpenAsync(dashboard);
        IPage page = opened.Page;
        await Expect(page.Locator("#answer")).ToHaveTextAsync("true");
        string[] tries = await TriesAsync(page);

        await dashboard.EditAsync("\"rollout_percentage\": 50", tries[0]);

        await Expect(page.Locator("#answer")).ToHaveTextAsync("false");
        await Expect(page.Locator("#was")).ToHaveTextAsync("was true");
        await Expect(page.Locator("#why")).ToContainTextAsync("bucket 8.628 lies above 5");
        await Expect(page.Locator("#excerpt mark")).ToHaveTextAsync(tries[0]);
        await Expect(Row(page, "new_nav").Locator(".gives")).ToHaveTextAsync("false was true");
        await Expect(page.Locator("#news")).ToHaveTextAsync("dashboard_widget is now false, new_nav is now false for user-42.");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_FlagDisabled_FollowsByItself()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using OpenedPage opened = await browser.OpenAsync(dashboard);
        IPage page = opened.Page;
        string[] tries = await TriesAsync(page);

        await dashboard.EditFirstAsync("\"status\": \"enabled\"", tries[1]);

        await Expect(page.Locator("#reason")).ToContainTextAsync("DISABLED");
        await Expect(page.Locator("#answer")).ToHaveTextAsync("false");
        await Expect(Row(page, "new_nav").Locator(".why")).ToContainTextAsync("dashboard_widget is off");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_UnknownAttribute_NamesTheRuleTheLineAndTheColumn()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using OpenedPage opened = await browser.OpenAsync(dashboard);
        IPage page = opened.Page;
        string[] tries = await TriesAsync(page);

        await dashboard.EditFirstAsync("\"user.role\": \"premium\"", tries[2]);

        (int line, int column) = await dashboard.FindAsync(tries[2]);
        await Expect(page.Locator(".fault h2")).ToHaveTextAsync($"flags.json, line {line}, column {column}: AFG1015");
        await Expect(page.Locator(".fault")).ToContainTextAsync("did you mean 'user.role'?");
        await Expect(page.Locator(".fault pre b")).ToHaveTextAsync("\"user.rolle\"");
        await Expect(page.Locator(".fault")).ToContainTextAsync("The rest of the file is in force.");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_FileBrokenAndMended_KeepsTheAnswersAndTellsTheFaultMeanwhile()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using OpenedPage opened = await browser.OpenAsync(dashboard);
        IPage page = opened.Page;
        await Expect(page.Locator("#answer")).ToHaveTextAsync("true");
        string lines = await page.Locator("#excerpt").InnerTextAsync();
        (int line, int column) = await dashboard.FindAsync("\"rollout_percentage\": 50");

        await dashboard.EditAsync("\"rollout_percentage\": 50", "\"rollout_percentage\" 50");

        await Expect(page.Locator(".fault h2")).ToHaveTextAsync($"flags.json, line {line}, column {column}: AFG1001");
        await Expect(page.Locator(".fault")).ToContainTextAsync("The last good flags stay in force.");
        await Expect(page.Locator("#state")).ToHaveTextAsync("flags.json has a fault");
        await Expect(page.Locator("#answer")).ToHaveTextAsync("true");
        (await page.Locator("#excerpt").InnerTextAsync()).ShouldBe(lines);

        await dashboard.EditAsync("\"rollout_percentage\" 50", "\"rollout_percentage\": 50");

        await Expect(page.Locator(".fault")).ToHaveCountAsync(0);
        await Expect(page.Locator("#state")).ToContainTextAsync("watching flags.json");
        await Expect(page.Locator("#answer")).ToHaveTextAsync("true");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ValueWithMarkup_ShowsItAsText()
    {
        const string Markup = "<img src=x onerror=alert(1)><b>bold</b>";
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using OpenedPage opened = await browser.OpenAsync(dashboard);
        IPage page = opened.Page;

        await dashboard.EditAsync("Thank you for fifty orders and more", Markup);

        await Expect(Row(page, "banner.text").Locator(".value")).ToHaveTextAsync($"\"{Markup}\"");
        await Expect(page.Locator("#flags img")).ToHaveCountAsync(0);
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_StyleSetInline_IsRefusedByItsPolicy()
    {
        await using OpenedPage opened = await browser.OpenAsync(shared.Dashboard);
        await Expect(opened.Page.Locator("#answer")).ToHaveTextAsync("true");

        await opened.Page.EvaluateAsync("document.body.setAttribute('style', 'color: red')");

        opened.Complaints.ShouldHaveSingleItem().ShouldContain("Content Security Policy");
    }

    [Fact]
    public async Task Page_OfAnyWidth_HasNoSidewaysScroll()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        await using OpenedPage opened = await browser.OpenAsync(dashboard);
        IPage page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Another…" }).ClickAsync();
        await page.GetByLabel("User id").FillAsync(new string('W', 100));
        await page.GetByRole(AriaRole.Button, new() { Name = "new_nav" }).ClickAsync();
        await dashboard.EditAsync("\"flags\":", "\"flags\"");
        await Expect(page.Locator(".fault")).ToHaveCountAsync(1);
        await Expect(page.Locator("#for")).ToContainTextAsync("WWW");

        foreach (int width in (int[])[320, 375, 560, 768, 1001, 1440])
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
        }

        opened.Complaints.ShouldBeEmpty();
    }

    private static ILocator Row(IPage page, string key) => page.Locator($"#flags tr[data-key='{key}']");

    /// <summary>The edits that the page proposes.</summary>
    private static async Task<string[]> TriesAsync(IPage page)
    {
        string[] tries = [.. await page.Locator(".tries li > code").AllInnerTextsAsync()];
        tries.Length.ShouldBe(3);
        return tries;
    }
}

using System.Text.Json;

namespace Aurum.FlagGen.EndToEnd.Tests;

public sealed class DashboardTests
{
    private const string Ada = "id=user123&role=admin&age=42&plan=enterprise&orders=120";
    private const string Ben = "id=user-7&role=member&age=17&plan=free&orders=2";

    /// <summary>What the page promises; the time that it really took is a benchmark's business, not a test's.</summary>
    private static readonly TimeSpan ChangeLimit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Widgets_ForUsersWhoDiffer_DifferWithThem()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();

        JsonElement ada = await dashboard.GetAsync(Ada);
        JsonElement ben = await dashboard.GetAsync(Ben);

        ada.GetProperty("widgets").EnumerateArray().Select(static widget => widget.GetProperty("type").GetString()).Distinct()
            .ShouldBe(["Boolean", "Variant", "Integer", "Number", "String", "Object"], ignoreOrder: true);
        Values(ada).ShouldNotBe(Values(ben));
        foreach (JsonElement widget in ada.GetProperty("widgets").EnumerateArray())
        {
            widget.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
            widget.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Widgets_ForOneUserTwice_AreTheSame()
    {
        await using DashboardProcess first = await DashboardProcess.StartAsync();
        await using DashboardProcess second = await DashboardProcess.StartAsync();

        for (int i = 0; i < 100; i++)
        {
            string user = $"id=u-{i}&role=premium&age={i}&plan=premium&orders={i}";
            Values(await first.GetAsync(user)).ShouldBe(Values(await second.GetAsync(user)));
        }
    }

    [Fact]
    public async Task Widgets_WithoutAUser_GiveDefaultsAndSayWhy()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();

        JsonElement checkout = await dashboard.GetWidgetAsync("checkout.flow", "");

        checkout.GetProperty("value").GetString().ShouldBe("Control");
        checkout.GetProperty("error").GetString()!.ShouldContain("user_id");
    }

    [Fact]
    public async Task Manifest_EditedWhileItRuns_ChangesTheAnswer()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        string before = (await dashboard.GetWidgetAsync("banner.text", "id=nobody")).GetProperty("value").GetString()!;

        await dashboard.EditAsync(JsonSerializer.Serialize(before), "\"Edited while it runs\"");

        await dashboard.WaitUntilAsync("id=nobody", static answer => Banner(answer) == "Edited while it runs", ChangeLimit);
    }

    [Fact]
    public async Task Manifest_BrokenWhileItRuns_KeepsTheLastGoodStateAndNamesThePlace()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        string good = await File.ReadAllTextAsync(dashboard.ManifestPath, TestContext.Current.CancellationToken);
        string before = Values(await dashboard.GetAsync(Ada));

        await dashboard.EditAsync("\"flags\":", "\"flags\"");

        await dashboard.WaitForLineAsync("flags.json(", ChangeLimit);
        await dashboard.WaitUntilAsync(Ada, static answer => answer.GetProperty("storeFault").ValueKind == JsonValueKind.String, ChangeLimit);
        JsonElement answer = await dashboard.GetAsync(Ada);
        Values(answer).ShouldBe(before);
        answer.GetProperty("storeFault").GetString()!.ShouldContain("flags.json(");

        await File.WriteAllTextAsync(dashboard.ManifestPath, good, TestContext.Current.CancellationToken);

        await dashboard.WaitUntilAsync(Ada, static answer => answer.GetProperty("storeFault").ValueKind == JsonValueKind.Null, ChangeLimit);
        Values(await dashboard.GetAsync(Ada)).ShouldBe(before);
    }

    private static string? Banner(JsonElement answer) => DashboardProcess.WidgetOf(answer, "banner.text").GetProperty("value").GetString();

    private static string Values(JsonElement answer) => string.Join('\n', answer.GetProperty("widgets").EnumerateArray()
        .Select(static widget => $"{widget.GetProperty("key")}={widget.GetProperty("value")} {widget.GetProperty("reason")}"));
}

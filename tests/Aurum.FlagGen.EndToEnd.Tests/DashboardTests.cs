using System.Text.Json;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.EndToEnd.Tests;

public sealed class DashboardTests(DashboardFixture shared) : IClassFixture<DashboardFixture>
{
    private const string Ada = "id=user123&role=admin&age=42&plan=enterprise&orders=120";
    private const string Ben = "id=user-7&role=member&age=17&plan=free&orders=2";
    private const string Premium = "id=user-42&role=premium&age=29&plan=premium&orders=64";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>What the page promises; the time that it really took is a benchmark's business, not a test's.</summary>
    private static readonly TimeSpan ChangeLimit = TimeSpan.FromMinutes(2);

    /// <summary>As the README starts it: the file that is watched is the one that the user edits, and not a copy in the build's output.</summary>
    [Fact]
    public async Task Dashboard_StartedWithoutAFile_FollowsTheRepositorys()
    {
        await using ProgramProcess dashboard = SampleProcess.Start("Dashboard", "--urls", "http://127.0.0.1:0");

        string opened = await dashboard.WaitForLineAsync("Open http", ChangeLimit);

        opened.ShouldEndWith($" and edit {RepositoryFolder.Combine("flags.json")} while it runs.");
    }

    [Fact]
    public async Task Flags_ForUsersWhoDiffer_DifferWithThem()
    {
        JsonElement ada = await shared.Dashboard.GetAsync(Ada);
        JsonElement ben = await shared.Dashboard.GetAsync(Ben);

        ada.GetProperty("flags").EnumerateArray().Select(static flag => flag.GetProperty("type").GetString()).Distinct()
            .ShouldBe(["boolean", "variant", "integer", "number", "string", "object", "boolean, compile time"], ignoreOrder: true);
        Values(ada).ShouldNotBe(Values(ben));
        foreach (JsonElement flag in ada.GetProperty("flags").EnumerateArray())
        {
            flag.GetProperty("reason").GetString().ShouldNotBe("ERROR");
            flag.GetProperty("code").GetString()!.ShouldStartWith("Features.");
            Why(flag).ShouldEndWith(".");
        }
    }

    [Fact]
    public async Task Flags_ForOneUserTwice_AreTheSame()
    {
        await using DashboardProcess second = await DashboardProcess.StartAsync();

        for (int i = 0; i < 100; i++)
        {
            string user = $"id=u-{i}&role=premium&age={i}&plan=premium&orders={i}";
            Values(await shared.Dashboard.GetAsync(user)).ShouldBe(Values(await second.GetAsync(user)));
        }
    }

    [Fact]
    public async Task Flags_WithoutAUser_GiveDefaultsAndSayWhy()
    {
        JsonElement checkout = await shared.Dashboard.GetFlagAsync("checkout.flow", "");

        checkout.GetProperty("value").GetString().ShouldBe("Control");
        Why(checkout).ShouldContain("user_id");
    }

    [Theory]
    [InlineData(Ada, "Rule Staff matches: the user is in staff.", "\"name\": \"Staff\"")]
    [InlineData(Premium, "Rule Premium users matches: user.role is premium, and bucket 8.628 lies below 50.", "\"rollout_percentage\": 50")]
    [InlineData(Ben, "The default. Staff: the user is not in staff. Premium users: user.role is member, not premium.", "")]
    public async Task Widget_OfAUser_SaysWhyAndMarksWhatDecided(string user, string why, string mark)
    {
        JsonElement answer = await shared.Dashboard.GetAsync(user);

        Why(DashboardProcess.FlagOf(answer, "dashboard_widget")).ShouldBe(why);
        JsonElement excerpt = answer.GetProperty("excerpt");
        string text = excerpt.GetProperty("text").GetString()!;
        text[excerpt.GetProperty("markStart").GetInt32()..excerpt.GetProperty("markEnd").GetInt32()].ShouldBe(mark);
        string[] lines = await File.ReadAllLinesAsync(shared.Dashboard.ManifestPath, TestContext.Current.CancellationToken);
        text.Split('\n').Select(static line => line.Trim()).ShouldBe(lines
            .Skip(excerpt.GetProperty("line").GetInt32() - 1).Take(text.Count(static c => c == '\n') + 1).Select(static line => line.Trim()).Select(TrimLast));

        static string TrimLast(string line) => line == "}," ? "}" : line;
    }

    [Fact]
    public async Task Manifest_EditedWhileItRuns_ChangesTheAnswer()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        string before = Banner(await dashboard.GetAsync("id=nobody"));

        await dashboard.EditAsync(before, "\"Edited while it runs\"");

        await dashboard.WaitUntilAsync("id=nobody", static answer => Banner(answer) == "\"Edited while it runs\"", ChangeLimit);
    }

    [Fact]
    public async Task Manifest_BrokenWhileItRuns_KeepsTheLastGoodStateAndNamesThePlace()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync();
        string good = await File.ReadAllTextAsync(dashboard.ManifestPath, TestContext.Current.CancellationToken);
        string before = Values(await dashboard.GetAsync(Ada));

        await dashboard.EditAsync("\"flags\":", "\"flags\"");

        await dashboard.WaitForLineAsync("flags.json(", ChangeLimit);
        await dashboard.WaitUntilAsync(Ada, static answer => HasFault(answer), ChangeLimit);
        JsonElement answer = await dashboard.GetAsync(Ada);
        Values(answer).ShouldBe(before);
        JsonElement fault = answer.GetProperty("fault");
        fault.GetProperty("line").GetInt32().ShouldBe(good[..good.IndexOf("\"flags\":", StringComparison.Ordinal)].Count(static c => c == '\n') + 1);
        fault.GetProperty("column").GetInt32().ShouldBe(3);
        fault.GetProperty("code").GetString().ShouldBe("AFG1001");
        fault.GetProperty("isBroken").GetBoolean().ShouldBeTrue();

        await File.WriteAllTextAsync(dashboard.ManifestPath, good, TestContext.Current.CancellationToken);

        await dashboard.WaitUntilAsync(Ada, static answer => !HasFault(answer), ChangeLimit);
        Values(await dashboard.GetAsync(Ada)).ShouldBe(before);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page.css")]
    [InlineData("/page.js")]
    [InlineData("/api/flags")]
    [InlineData("/api/flags?age=old")]
    [InlineData("/nothing")]
    public async Task Answer_OfEveryKind_HasTheContentSecurityPolicy(string path)
    {
        using HttpResponseMessage answer = await shared.Dashboard.Http.GetAsync(path, TestContext.Current.CancellationToken);

        answer.Headers.GetValues("Content-Security-Policy").ShouldBe([Policy]);
    }

    private static bool HasFault(JsonElement answer) => answer.GetProperty("fault").ValueKind == JsonValueKind.Object;

    private static string Banner(JsonElement answer) => DashboardProcess.FlagOf(answer, "banner.text").GetProperty("value").GetString()!;

    private static string Why(JsonElement flag) => string.Concat(flag.GetProperty("why").EnumerateArray().Select(static word => word.GetProperty("text").GetString())).TrimEnd();

    private static string Values(JsonElement answer) => string.Join('\n', answer.GetProperty("flags").EnumerateArray()
        .Select(static flag => $"{flag.GetProperty("key")}={flag.GetProperty("value")} {flag.GetProperty("reason")}"));
}

using System.Text;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class FileStoreEditTests
{
    private static readonly FlagChange Change = new() { Actor = "ada", Action = FlagActions.Update };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_ChangedStatus_ChangesThatWordAlone()
    {
        const string Before = """
            // The flags of the shop.
            {
              "namespace": "Acme.Shop",  /* C# */
              "flags": {
                // Shows the widget.
                "widget": { "description": "It's \u0022new\u0022", "status": "enabled", "default_value": true, "rules": [ ] }, // keep

                "other":
                {
                    "status" : "conditional"
                }
              }
            }

            """;

        string after = await EditAsync(Before, "widget", static flag => flag with { Status = FeatureFlagStatus.Conditional });

        after.ShouldBe(Before.Replace("\"status\": \"enabled\"", "\"status\": \"conditional\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_StatusBackToItsDefault_KeepsTheMember()
    {
        const string Before = """{ "flags": { "a": { "status": "enabled" } } }""";

        string after = await EditAsync(Before, "a", static flag => flag with { Status = FeatureFlagStatus.Disabled });

        after.ShouldBe("""{ "flags": { "a": { "status":"disabled"} } }""".Replace(":\"disabled\"}", ": \"disabled\" }", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\n", "  ", false)]
    [InlineData("\r\n", "\t", true)]
    [InlineData("\r\n", "    ", false)]
    [InlineData("\n", "   ", true)]
    public async Task Save_NewMemberAndNewFlag_TakeLineEndsIndentationAndMarkOfTheFile(string lineEnd, string indent, bool hasMark)
    {
        string mark = hasMark ? "\uFEFF" : "";
        string before = mark + Lines(lineEnd, indent, """
            {
            >"flags": {
            >>// first
            >>"a": {
            >>>"status": "enabled" // on
            >>}
            >}
            }
            """);
        string expected = mark + Lines(lineEnd, indent, """
            {
            >"flags": {
            >>// first
            >>"a": {
            >>>"status": "enabled", // on
            >>>"owner": "team-ui"
            >>},
            >>"b": {
            >>>"description": "New"
            >>}
            >}
            }
            """);
        using ManifestFolder folder = new();
        await File.WriteAllBytesAsync(folder.Manifest, Encoding.UTF8.GetBytes(before), Token);
        using FileFeatureFlagStore store = new(folder.Manifest);
        FeatureFlag a = (await store.GetAsync("a", Token))!;

        await store.SaveAsync(a with { Owner = "team-ui" }, a.Version, Change, Token);
        await store.SaveAsync(new FeatureFlag { Key = "b", Description = "New" }, 0, Change, Token);

        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(folder.Manifest, Token)).ShouldBe(expected);
    }

    [Fact]
    public async Task Save_FileOnOneLine_StaysOnOneLine()
    {
        using ManifestFolder folder = new("""{"flags":{"a":{"status":"enabled"}}}""");
        using FileFeatureFlagStore store = new(folder.Manifest);

        await store.SaveAsync(FeatureFlag.Parse("""{"key":"b","tags":["x","y"]}"""), 0, Change, Token);

        folder.Text.ShouldBe("""{"flags":{"a":{"status":"enabled"},"b":{"tags":["x","y"]}}}""");
    }

    [Theory]
    [InlineData("{\n  \"flags\": {}\n}", "{\n  \"flags\": {\n    \"b\": {\n      \"owner\": \"o\"\n    }\n  }\n}")]
    [InlineData("{\n  \"flags\": {\n  }\n}", "{\n  \"flags\": {\n    \"b\": {\n      \"owner\": \"o\"\n    }\n  }\n}")]
    [InlineData("{\n  \"class\": \"X\"\n}", "{\n  \"class\": \"X\",\n  \"flags\": {\n    \"b\": { \"owner\": \"o\" }\n  }\n}")]
    [InlineData("{\n  \"flags\": {\n    // none yet\n  }\n}", "{\n  \"flags\": {\n    \"b\": {\n      \"owner\": \"o\"\n    }\n    // none yet\n  }\n}")]
    [InlineData("{\n  \"flags\": {\n    \"a\": {},\n  },\n}", "{\n  \"flags\": {\n    \"a\": {},\n    \"b\": {\n      \"owner\": \"o\"\n    },\n  },\n}")]
    [InlineData("{}", "{\"flags\":{\"b\":{\"owner\":\"o\"}}}")]
    public async Task Save_FirstFlag_FindsItsPlace(string before, string expected)
    {
        using ManifestFolder folder = new(before);
        using FileFeatureFlagStore store = new(folder.Manifest);

        await store.SaveAsync(new FeatureFlag { Key = "b", Owner = "o" }, 0, Change, Token);

        folder.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a", "{\n  \"flags\": {\n    // about b\n    \"b\": {}, // b\n    \"c\": {}\n  }\n}")]
    [InlineData("b", "{\n  \"flags\": {\n    \"a\": { \"status\": \"enabled\" }, // a\n    // about b\n    \"c\": {}\n  }\n}")]
    [InlineData("c", "{\n  \"flags\": {\n    \"a\": { \"status\": \"enabled\" }, // a\n    // about b\n    \"b\": {} // b\n  }\n}")]
    public async Task Delete_OneFlag_TakesItsLineAndNothingElse(string key, string expected)
    {
        using ManifestFolder folder = new("{\n  \"flags\": {\n    \"a\": { \"status\": \"enabled\" }, // a\n    // about b\n    \"b\": {}, // b\n    \"c\": {}\n  }\n}");
        using FileFeatureFlagStore store = new(folder.Manifest);
        FeatureFlag flag = (await store.GetAsync(key, Token))!;

        await store.DeleteAsync(key, flag.Version, Change, Token);

        folder.Text.ShouldBe(expected);
    }

    [Fact]
    public async Task Delete_OnOneLine_LeavesSoundJson()
    {
        using ManifestFolder folder = new("""{ "flags": { "a": {}, "b": {}, "c": {} } }""");
        using FileFeatureFlagStore store = new(folder.Manifest);
        foreach ((string key, string expected) in new[]
        {
            ("c", """{ "flags": { "a": {}, "b": {} } }"""),
            ("a", """{ "flags": { "b": {} } }"""),
            ("b", """{ "flags": { } }"""),
        })
        {
            FeatureFlag flag = (await store.GetAsync(key, Token))!;
            await store.DeleteAsync(key, flag.Version, Change, Token);
            folder.Text.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Save_RemovedMembers_LeaveTheOthersAlone()
    {
        const string Before = "{\n  \"flags\": {\n    \"a\": {\n      \"owner\": \"o\",\n      \"status\": \"enabled\", // on\n      \"tags\": [\"x\"],\n      \"salt\": \"s\"\n    }\n  }\n}";

        string after = await EditAsync(Before, "a", static flag => flag with { Owner = null, Tags = [], Salt = null });

        after.ShouldBe("{\n  \"flags\": {\n    \"a\": {\n      \"status\": \"enabled\" // on\n    }\n  }\n}");
    }

    [Fact]
    public async Task Save_AddedRule_IsLaidOutLikeTheFile()
    {
        const string Before = "{\n  \"flags\": {\n    \"a\": { \"status\": \"enabled\" }\n  }\n}";

        string after = await EditAsync(Before, "a", static flag => flag with
        {
            Rules = [new FeatureFlagRule { Name = "Premium", Conditions = [new FeatureFlagCondition("user.role", "eq", "premium")], RolloutPercentage = 25 }],
        });

        after.ShouldBe("""
            {
              "flags": {
                "a": { "status": "enabled", "rules": [
                  {
                    "name": "Premium",
                    "conditions": { "user.role": { "op": "eq", "value": "premium" } },
                    "rollout_percentage": 25
                  }
                ] }
              }
            }
            """);
    }

    [Fact]
    public async Task Save_MembersThatTheLibraryDoesNotKnow_AreKeptEvenByWritersThatDropThem()
    {
        const string Before = """{ "flags": { "a": { "evaluation": "compile_time", "emit": "const", "values": { "Release": true } } } }""";

        string after = await EditAsync(Before, "a", static flag => new FeatureFlag { Key = "a", Evaluation = flag.Evaluation, Owner = "o" });

        after.ShouldBe("""{ "flags": { "a": { "evaluation": "compile_time", "emit": "const", "values": { "Release": true }, "owner": "o" } } }""");
    }

    [Fact]
    public async Task Save_WhoAndWhen_AreNotWrittenIntoTheFile()
    {
        string after = await EditAsync(
            "{\"flags\":{\"a\":{}}}",
            "a",
            static flag => flag with { CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "ada", Version = 7, Owner = "o" });

        after.ShouldBe("{\"flags\":{\"a\":{\"owner\":\"o\"}}}");
    }

    private static async Task<string> EditAsync(string text, string key, Func<FeatureFlag, FeatureFlag> edit)
    {
        using ManifestFolder folder = new(text);
        using FileFeatureFlagStore store = new(folder.Manifest);
        FeatureFlag flag = (await store.GetAsync(key, Token))!;
        await store.SaveAsync(edit(flag), flag.Version, Change, Token);
        return folder.Text;
    }

    private static string Lines(string lineEnd, string indent, string text) =>
        text.ReplaceLineEndings(lineEnd).Replace(">", indent, StringComparison.Ordinal);
}

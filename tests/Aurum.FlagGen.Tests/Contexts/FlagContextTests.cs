using System.Collections;
using System.Numerics;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Contexts;

public class FlagContextTests
{
    private enum Role
    {
        Admin,
    }

    public static TheoryData<object?, string> Values { get; } = new()
    {
        { null, "null" },
        { "x", "\"x\"" },
        { 'x', "\"x\"" },
        { true, "true" },
        { (byte)1, "1" },
        { (sbyte)-1, "-1" },
        { (short)-1, "-1" },
        { (ushort)1, "1" },
        { 1, "1" },
        { 1U, "1" },
        { long.MaxValue, "9223372036854775807" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.5f, "1.5" },
        { 1.5, "1.5" },
        { 1.5m, "1.5" },
        { (Half)1.5, "1.5" },
        { 0.1f, "0.1" },
        { (Half)0.1, "0.1" },
        { 0.10m, "0.1" },
        { 1e300, "1E+300" },
        { 1234567890123456789.5m, "1234567890123456789.5" },
        { (nint)1, "1" },
        { Int128.MinValue, "-170141183460469231731687303715884105728" },
        { UInt128.MaxValue, "340282366920938463463374607431768211455" },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { double.NaN, "NaN, which is no finite number" },
        { double.PositiveInfinity, "Infinity, which is no finite number" },
        { float.NaN, "NaN, which is no finite number" },
        { Half.NegativeInfinity, "-Infinity, which is no finite number" },
        { Role.Admin, "\"Admin\"" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "\"2026-01-02T03:04:05Z\"" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified), "\"2026-01-02T03:04:05Z\"" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, 600, TimeSpan.FromHours(1)), "\"2026-01-02T02:04:05.6Z\"" },
        { new DateOnly(2026, 1, 2), "\"2026-01-02\"" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { new[] { "a", "b" }, "[\"a\",\"b\"]" },
        { new List<string> { "a" }, "[\"a\"]" },
        { new HashSet<string> { "a" }, "[\"a\"]" },
        { new[] { 1, 2 }, "[1,2]" },
        { new object?[] { 1, "a", null, new object?[] { 1 } }, "[1,\"a\",null,[…]]" },
        { new ArrayList { 1, "a" }, "[1,\"a\"]" },
        { new Dictionary<string, object?>(), "{…}" },
        { new Dictionary<string, string>(), "{…}" },
        { new Hashtable(), "{…}" },
        { FlagValue.Parse("[1]"), "[1]" },
        { new Version(10, 3), "\"10.3\"" },
        { new Uri("https://shop.example/a?b=c"), "\"https://shop.example/a?b=c\"" },
        { new Uri("a/b", UriKind.Relative), "\"a/b\"" },
        { DBNull.Value, "null" },
        { JsonNode.Parse("5"), "5" },
        { JsonNode.Parse("1234567890123456789"), "1234567890123456789" },
        { JsonNode.Parse("\"x\""), "\"x\"" },
        { JsonNode.Parse("[1,\"a\",null]"), "[1,\"a\",null]" },
        { JsonNode.Parse("{\"b\":1}"), "{…}" },
        { JsonValue.Create(Guid.Empty), "\"00000000-0000-0000-0000-000000000000\"" },
        { JsonValue.Create(new DateOnly(2026, 1, 2)), "\"2026-01-02\"" },
        { JsonDocument.Parse("true"), "true" },
        { new object(), "of type System.Object, which is not understood" },
        { TimeSpan.FromHours(1), "of type System.TimeSpan, which is not understood" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void From_Dictionary_UnderstandsEveryKindThatJsonKnows(object? value, string expected) =>
        Seen(FlagContext.From(new Dictionary<string, object?> { ["a"] = value })).ShouldBe(expected);

    [Theory]
    [InlineData("'x'")]
    [InlineData("1")]
    [InlineData("9007199254740993")]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("['x','y']")]
    [InlineData("['x',1,null]")]
    [InlineData("[]")]
    public void From_JsonInAnyForm_KeepsTheValue(string json)
    {
        using JsonDocument document = JsonDocument.Parse(Given.Json($"{{'a':{json}}}"));
        string expected = Given.Json(json);

        Seen(FlagContext.Parse(document.RootElement.GetRawText())).ShouldBe(expected);
        Seen(FlagContext.From(document.RootElement)).ShouldBe(expected);
        Seen(FlagContext.From(new Dictionary<string, object?> { ["a"] = document.RootElement.GetProperty("a") })).ShouldBe(expected);
    }

    [Fact]
    public void From_JsonOfADocument_OutlivesIt()
    {
        FlagContext context;
        using (JsonDocument document = JsonDocument.Parse("""{"a":"x","b":{"c":["d"]}}"""))
        {
            context = FlagContext.From(document.RootElement);
        }

        Seen(context).ShouldBe("\"x\"");
        Seen(context, "b.c").ShouldBe("[\"d\"]");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("")]
    public void Parse_NoJsonObject_SaysSo(string json) =>
        Should.Throw<ArgumentException>(() => FlagContext.Parse(json)).Message.ShouldContain("JSON object", Case.Insensitive);

    [Theory]
    [InlineData("{'a.b.c':1}", "1")]
    [InlineData("{'a':{'b':{'c':2}}}", "2")]
    [InlineData("{'a.b.c':1,'a':{'b':{'c':2}}}", "1")]
    [InlineData("{'a.b.c':null,'a':{'b':{'c':2}}}", "null")]
    [InlineData("{'a':{'b.c':3}}", "null")]
    [InlineData("{'a':{'b':1}}", "null")]
    [InlineData("{'a':null}", "null")]
    public void Path_WholeNameWins_ElseItIsFollowedPartByPart(string json, string expected) =>
        Seen(Given.Context(json), "a.b.c").ShouldBe(expected);

    [Fact]
    public void Path_ThroughObjectsOfEveryForm_IsFollowed()
    {
        using JsonDocument document = JsonDocument.Parse("""{"c":1}""");
        foreach (object inner in new object[]
        {
            new Dictionary<string, object?> { ["c"] = 1 },
            new Dictionary<string, int> { ["c"] = 1 },
            new Hashtable { ["c"] = 1 },
            new System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>(new Dictionary<string, object?> { ["c"] = 1 }),
            document.RootElement,
            FlagValue.Parse("""{"c":1}"""),
        })
        {
            Seen(FlagContext.From(new Dictionary<string, object?> { ["a"] = new Dictionary<string, object?> { ["b"] = inner } }), "a.b.c").ShouldBe("1", inner.GetType().Name);
        }
    }

    [Fact]
    public void FeatureContext_IsLookedUpFirst_NullIncluded()
    {
        Dictionary<string, object?> user = new() { ["a"] = "user", ["b"] = "user", ["c"] = "user", ["d"] = new Dictionary<string, object?> { ["e"] = "user" } };
        Dictionary<string, object?> feature = new() { ["a"] = "feature", ["b"] = null, ["d"] = new Dictionary<string, object?> { ["e"] = "feature" } };
        FlagContext context = FlagContext.From(user, feature);

        Seen(context, "a").ShouldBe("\"feature\"");
        Seen(context, "b").ShouldBe("null");
        Seen(context, "c").ShouldBe("\"user\"");
        Seen(context, "d.e").ShouldBe("\"feature\"");
    }

    [Fact]
    public void Dictionary_ThatContainsItself_IsFollowedAsFarAsThePath()
    {
        Dictionary<string, object?> members = new() { ["x"] = 1 };
        members["a"] = members;
        List<object?> list = [1];
        list.Add(list);
        members["list"] = list;
        FlagContext context = FlagContext.From(members);

        Seen(context, "a.a.a.a.x").ShouldBe("1");
        Seen(context, "list").ShouldBe("[1,[…]]");
        Given.Rule("'conditions':{'list':{'op':'contains','value':2}}").IsEnabled("f", context).ShouldBeFalse();
    }

    [Fact]
    public void Claims_OfASignedInUser_AreAttributes()
    {
        ClaimsIdentity identity = new(
            [new(ClaimTypes.NameIdentifier, "u1"), new("sub", "other"), new(ClaimTypes.Role, "admin"), new("tenant.plan", "gold"), new("scope", "a"), new("scope", "b")],
            "test");
        FlagContext context = FlagContext.From(new ClaimsPrincipal(identity));

        Seen(context, "user_id").ShouldBe("\"u1\"");
        Seen(context, "user.role").ShouldBe("\"admin\"");
        Seen(context, "tenant.plan").ShouldBe("\"gold\"");
        Seen(context, "scope").ShouldBe("[\"a\",\"b\"]");
        Seen(context, "sub").ShouldBe("null");
    }

    [Fact]
    public void Claims_WithSeveralRolesAndASubject_AreAListAndTheUser()
    {
        ClaimsIdentity identity = new([new("sub", "u2"), new("roles", "admin"), new("roles", "editor")], "test", "name", "roles");
        FlagContext context = FlagContext.From(new ClaimsPrincipal(identity));

        Seen(context, "user_id").ShouldBe("\"u2\"");
        Seen(context, "user.role").ShouldBe("[\"admin\",\"editor\"]");
        Given.Rule("'conditions':{'user.role':'editor'}").IsEnabled("f", context).ShouldBeTrue();
    }

    [Fact]
    public void Claims_OfNobodySignedIn_AreTheEmptyContext() =>
        FlagContext.From(new ClaimsPrincipal(new ClaimsIdentity([new("sub", "u")]))).ShouldBeSameAs(FlagContext.Empty);

    /// <summary>The value that a condition on the attribute sees.</summary>
    private static string Seen(FlagContext context, string path = "a") =>
        Given.Rule($"'conditions':{{'{path}':{{'op':'neq','value':'?'}}}}").Explain("f", context).Rules[0].Conditions[0].Actual;
}

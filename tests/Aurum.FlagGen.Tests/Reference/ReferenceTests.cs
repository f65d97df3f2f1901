namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Holds the reference itself to the published numbers and to the contract's own examples.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("checkout", "user-1", 0u, 81466)]
    [InlineData("checkout", "user-1", 86028157u, 52075)]
    [InlineData("new-nav", "u-2", 0u, 81020)]
    [InlineData("dashboard_widget", "user123", 0u, 10817)]
    [InlineData("dashboard_widget", "ユーザー1", 0u, 9058)]
    public void Bucket_OfPublishedVector_IsThePublishedNumber(string salt, string targetingKey, uint seed, int bucket) =>
        ReferenceBuckets.Bucket(salt, targetingKey, seed).ShouldBe((ulong)bucket);

    [Fact]
    public void Bucket_OfLoneSurrogate_IsThatOfTheReplacementCharacter() =>
        ReferenceBuckets.Bucket("s", "\ud800x", 0).ShouldBe(ReferenceBuckets.Bucket("s", "\ufffdx", 0));

    [Theory]
    [InlineData("""{"op":"eq","value":1}""", "\"1\"", false)]
    [InlineData("""{"op":"neq","value":"US"}""", null, true)]
    [InlineData("""{"op":"neq","value":null}""", "{}", true)]
    [InlineData("""{"op":"eq","value":["a"],"negate":true}""", "\"a\"", false)]
    [InlineData("""{"op":"gt","value":true,"negate":true}""", "1", false)]
    [InlineData("""{"op":"gte","value":"v2","value_type":"semver"}""", "\"2.0.0\"", false)]
    [InlineData("""{"op":"lt","value":"1.2.3","value_type":"semver"}""", "\"1.2.3-rc.1+b\"", true)]
    [InlineData("""{"op":"eq","value":"1.2.*","value_type":"version"}""", "\"1.2.9\"", true)]
    [InlineData("""{"op":"gt","value":"1.2.*","value_type":"version"}""", "\"1.2.9\"", false)]
    [InlineData("""{"op":"eq","value":1000,"value_type":"number"}""", "\"1,000\"", false)]
    [InlineData("""{"op":"neq","value":1000,"value_type":"number"}""", "\"1,000\"", true)]
    [InlineData("""{"op":"gte","value":"2026-03-01","value_type":"datetime"}""", "\"2026-03-01T00:00:00Z\"", true)]
    [InlineData("""{"op":"gte","value":"2026-03-01","value_type":"datetime"}""", "\"2026-03-02\"", false)]
    [InlineData("""{"op":"contains","value":5}""", "[5]", true)]
    [InlineData("""{"op":"contains","value":"5"}""", "5", false)]
    [InlineData("""{"op":"in","value":[]}""", "1", false)]
    [InlineData("""{"op":"nin","value":[]}""", null, true)]
    [InlineData("""{"op":"regex","value":"(?=a)","negate":true}""", "\"a\"", false)]
    [InlineData("""{"op":"startswith","value":["x","AD"],"ignore_case":true}""", "\"admin\"", true)]
    public void Condition_OfTheContract_HoldsAsItSays(string condition, string? attribute, bool holds)
    {
        string manifest = """{"flags":{"f":{"status":"conditional","rules":[{"name":"r","conditions":{"x":CONDITION}}]}}}""".Replace("CONDITION", condition, StringComparison.Ordinal);
        string context = attribute is null ? "{}" : $$"""{"x":{{attribute}}}""";

        ReferenceEvaluator reference = new(new ReferenceManifest(manifest), context, "{}", DateTimeOffset.UnixEpoch);

        reference.Evaluate("f").IsOn.ShouldBe(holds);
    }
}

using System.Reflection;
using Acme.Shop;

namespace Aurum.FlagGen.GeneratedCode.Tests;

public sealed class ContextTests
{
    private static readonly FeatureContext Full = new()
    {
        UserId = "user-1",
        UserRole = UserRoles.Premium,
        UserAge = 34,
        UserScore = 1.5,
        UserIsActive = true,
        UserCreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        UserTags = ["a", "b"],
        AppVersion = "1.2.3",
        OsVersion = "10.0",
        UserSegments = ["beta_testers"],
    };

    private static readonly FlagContextSchema Schema = (FlagContextSchema)Member("Schema").GetValue(Full)!;

    private static PropertyInfo Member(string name) => typeof(FeatureContext).GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>What rules see of an attribute.</summary>
    private static AttributeValue Get(FeatureContext context, string path) =>
        (AttributeValue)typeof(FeatureContext).GetMethod("GetAttribute", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(context, [Schema.IndexOf(path)])!;

    [Fact]
    public void Schema_OfTheContext_ListsTheDeclaredAttributesAndTheImplicitOnesByKind() =>
        Schema.Attributes.ShouldBe(["user_id", "user.role", "app.version", "os.version", "user.age", "user.score", "user.is_active", "user.created_at", "user.tags", "user_segments"]);

    [Fact]
    public void Attributes_ThatAreSet_AreWhatRulesSee()
    {
        Get(Full, "user_id").ShouldBe(AttributeValue.From("user-1"));
        Get(Full, "user.role").ShouldBe(AttributeValue.From("premium"));
        Get(Full, "user.age").ShouldBe(AttributeValue.From(34L));
        Get(Full, "user.score").ShouldBe(AttributeValue.From(1.5));
        Get(Full, "user.is_active").ShouldBe(AttributeValue.From(true));
        Get(Full, "user.created_at").ShouldBe(AttributeValue.From(Full.UserCreatedAt));
        Get(Full, "user.tags").ShouldBe(AttributeValue.From(Full.UserTags));
        Get(Full, "app.version").ShouldBe(AttributeValue.From("1.2.3"));
        Get(Full, "os.version").ShouldBe(AttributeValue.From("10.0"));
        Get(Full, "user_segments").ShouldBe(AttributeValue.From(Full.UserSegments));
    }

    [Fact]
    public void Attributes_ThatAreNotSet_AreMissing()
    {
        FeatureContext context = new() { UserId = "user-1" };

        Schema.Attributes.Where(path => !Get(context, path).Equals(default(AttributeValue))).ShouldBe(["user_id"]);
    }

    [Fact]
    public void Schema_OfAManifestWithoutThem_HasTheTargetingKeyAndTheSegments() =>
        new BillingContext { UserId = "user-1", UserSegments = ["beta_testers"] }.ShouldNotBeNull();
}

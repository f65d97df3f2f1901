using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Tests.Definitions;

public sealed class EqualityTests
{
    private const string Text =
        """
        {
          "key": "checkout.flow", "type": "variant", "status": "enabled", "default_value": "a", "tags": ["shop", "web"], "metadata": { "team": "x", "cost": 3 },
          "variants": ["a", "b"], "payload_schema": { "type": "object" },
          "rules": [
            { "name": "one", "conditions": { "user.role": { "op": "in", "value": ["admin", "staff"] } }, "user_segments": ["beta_testers"],
              "required_flags": ["other"], "rollout_plan": { "strategy": "percentage", "percentage": 20, "required_flags": ["third"] }, "split": { "a": 40, "b": 60 } }
          ],
          "ab_test": { "variants": { "a": 50, "b": 50 }, "control_variant": "a", "track_events": ["bought"] }
        }
        """;

    private static readonly ConcurrentDictionary<Type, object> Items = new();

    public static TheoryData<string> RecordsWithLists =>
        [.. Lists().Select(static property => $"{property.DeclaringType!.Name}.{property.Name}")];

    [Fact]
    public void Flag_ReadTwice_IsEqual()
    {
        FeatureFlag one = FeatureFlag.Parse(Text);
        FeatureFlag other = FeatureFlag.Parse(Text);

        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }

    [Theory]
    [InlineData("\"web\"", "\"app\"")]
    [InlineData("\"staff\"", "\"guest\"")]
    [InlineData("\"cost\": 3", "\"cost\": 4")]
    [InlineData("\"third\"", "\"fourth\"")]
    [InlineData("\"a\": 40, \"b\": 60", "\"a\": 60, \"b\": 40")]
    [InlineData("{ \"type\": \"object\" }", "{ \"type\": \"array\" }")]
    [InlineData("\"bought\"", "\"paid\"")]
    public void Flag_OneItemChanged_IsAnother(string old, string changed) =>
        FeatureFlag.Parse(Text.Replace(old, changed, StringComparison.Ordinal)).ShouldNotBe(FeatureFlag.Parse(Text));

    [Fact]
    public void Flag_ListChangedAfterwards_KeepsWhatItWasGiven()
    {
        List<string> tags = ["shop"];
        FeatureFlag flag = new() { Key = "a", Tags = tags };

        tags.Add("web");

        flag.Tags.ShouldBe(["shop"]);
    }

    [Theory]
    [MemberData(nameof(RecordsWithLists))]
    public void Record_TwoListsOfTheSameItems_AreEqual(string name)
    {
        PropertyInfo property = Lists().Single(list => $"{list.DeclaringType!.Name}.{list.Name}" == name);

        object? one = Given(property);
        object? other = Given(property);

        one.ShouldNotBeNull();
        one.ShouldNotBeSameAs(other);
        one.Equals(other).ShouldBeTrue();
        one.GetHashCode().ShouldBe(other!.GetHashCode());
    }

    private static IEnumerable<PropertyInfo> Lists() =>
        typeof(FeatureFlag).Assembly.GetExportedTypes()
            .Where(static type => type.GetMethod("<Clone>$") is not null)
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(static property => property.CanWrite && property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)));

    /// <summary>What a record gives of a list, of its own, with one item.</summary>
    private static object? Given(PropertyInfo property)
    {
        Type[] types = property.PropertyType.GetGenericArguments();
        object item = types[^1] == typeof(string) ? "x" : types[^1] == typeof(long) ? 1L : types[^1] == typeof(FlagValue) ? FlagValue.True : Items.GetOrAdd(types[^1], RuntimeHelpers.GetUninitializedObject);
        object list = types.Length == 1 ? Activator.CreateInstance(typeof(List<>).MakeGenericType(types))! : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        if (list is IDictionary map)
        {
            map.Add("x", item);
        }
        else
        {
            ((IList)list).Add(item);
        }

        object record = RuntimeHelpers.GetUninitializedObject(property.DeclaringType!);
        property.SetValue(record, list);
        return property.GetValue(record);
    }
}

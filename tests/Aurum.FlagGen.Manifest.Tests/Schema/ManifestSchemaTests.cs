using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Tests.Checking;
using Aurum.FlagGen.TestKit;
using NJsonSchema;

namespace Aurum.FlagGen.Manifest.Tests.Schema;

public sealed class ManifestSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFileAsync(RepositoryFolder.Combine("docs", "flags.schema.json")).GetAwaiter().GetResult();

    private static readonly Dictionary<string, MemberTable> TablesByDefinition = new()
    {
        ["attribute"] = AttributeMembers.Table,
        ["segment"] = SegmentMembers.Table,
        ["layer"] = LayerMembers.Table,
        ["flag"] = FlagMembers.Table,
        ["rule"] = RuleMembers.Table,
        ["condition"] = ConditionMembers.Table,
        ["ab_test"] = AbTestMembers.Table,
        ["layer_range"] = LayerRangeMembers.Table,
        ["rollout_plan"] = RolloutPlanMembers.Table,
        ["guard"] = GuardMembers.Table,
        ["bucketing"] = BucketingMembers.Table,
    };

    public static TheoryData<string> Cases => new(ManifestCases.All.Where(static one => one.Schema != SchemaVerdict.CannotRead).Select(static one => one.ToString()));

    public static TheoryData<string> Definitions => new(TablesByDefinition.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Validate_FaultyManifest_AnswersAsTheCaseSays(string name)
    {
        ManifestCase one = ManifestCases.Find(name);

        bool isRejected = Schema.Validate(one.Text).Count > 0;

        isRejected.ShouldBe(one.Schema == SchemaVerdict.Rejects);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Validate_SoundManifest_Accepts(string name) =>
        Schema.Validate(ManifestCases.Find(name).Valid).Select(static error => error.ToString()).ShouldBeEmpty();

    [Fact]
    public void Validate_TheSamplesManifest_Accepts() =>
        Schema.Validate(File.ReadAllText(RepositoryFolder.Combine("flags.json"))).Select(static error => error.ToString()).ShouldBeEmpty();

    [Fact]
    public void Properties_OfTheManifest_AreThoseOfTheTable() =>
        Schema.Properties.Keys.ShouldBe(ManifestMembers.Table.Members.Select(static member => member.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Properties_OfADefinition_AreThoseOfItsTable(string definition)
    {
        JsonSchema schema = Schema.Definitions[definition];
        JsonSchema described = schema.Properties.Count > 0 ? schema : schema.AnyOf.Single(static one => one.Properties.Count > 0);

        described.Properties.Keys.ShouldBe(
            TablesByDefinition[definition].Members.Where(static member => member.IsInManifest).Select(static member => member.Name), ignoreOrder: true);
        described.Properties.Values.ShouldAllBe(static property => property.Description != null || property.Reference != null || property.AllOf.Count > 0);
        described.AllowAdditionalProperties.ShouldBeFalse();
    }
}

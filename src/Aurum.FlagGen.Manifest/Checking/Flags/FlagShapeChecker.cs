using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What the generated code of a flag is made of: its type, its variants, its default and its schema.</summary>
internal sealed class FlagShapeChecker(CheckContext check, ScalarChecker scalars, NameChecker names, FlagValueChecker values, PayloadSchemaChecker schemas)
{
    private static readonly ManifestMember[] ShapeMembers = [FlagMembers.Accessor, FlagMembers.Type, FlagMembers.Evaluation, FlagMembers.PayloadSchema];

    public void Check(FlagDraft flag)
    {
        CheckedObject members = flag.Members;
        int before = check.ErrorCount;
        FlagEvaluationTime? evaluation = scalars.Word(FlagMembers.Evaluation.Name, members[FlagMembers.Evaluation], ManifestWords.EvaluationTimes);
        flag.IsCompileTime = evaluation == FlagEvaluationTime.CompileTime;
        flag.IsEvaluationKnown = evaluation is not null || !members.Has(FlagMembers.Evaluation);
        FlagType? type = scalars.Word(FlagMembers.Type.Name, members[FlagMembers.Type], ManifestWords.FlagTypes);
        flag.Type = type ?? FlagType.Boolean;
        flag.IsTypeKnown = type is not null || !members.Has(FlagMembers.Type);

        ReadTest(flag);
        bool hasSoundSchema = CheckSchema(flag);
        if (flag.IsTypeKnown)
        {
            flag.AreVariantsKnown = !members.IsMisused(FlagMembers.Variants) && ReadVariants(flag) && flag.TestVariants.Count <= ManifestLimits.Variants;
            CheckDefaults(flag);
        }

        // A wrong value, or a variant left out for its name, leaves the types as they are: code that names them then binds, and the build shows the error alone.
        flag.HasSoundShape &= flag.IsTypeKnown && hasSoundSchema && (flag.Type != FlagType.Variant || flag.Variants.Count > 0);
        foreach (ManifestMember member in ShapeMembers)
        {
            flag.HasSoundShape &= !members.IsMisused(member);
        }
    }

    /// <summary>The names alone: they make enums, also where the test is faulty otherwise.</summary>
    private static void ReadTest(FlagDraft flag)
    {
        if (flag.Members[FlagMembers.AbTest] is not { } test)
        {
            return;
        }

        if (test[AbTestMembers.Variants.Name] is { } variants)
        {
            flag.TestVariants = [.. variants.Members.Select(static member => member.Name).Distinct(StringComparer.Ordinal)];
        }

        if (test[AbTestMembers.TrackEvents.Name] is { } events)
        {
            flag.TrackEvents = [.. events.Items.Where(static item => item.Kind == JsonKind.String).Select(static item => item.Text).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <returns>Whether the flag has a schema from which a record can be generated, or none.</returns>
    private bool CheckSchema(FlagDraft flag)
    {
        if (flag.Members[FlagMembers.PayloadSchema] is not { } schema)
        {
            return true;
        }

        bool isSound = schemas.Check(schema);
        if (!flag.IsTypeKnown)
        {
            return isSound;
        }

        if (flag.Type != FlagType.Object)
        {
            check.Report(
                ManifestRules.PayloadSchema, flag.Members.NameRange(FlagMembers.PayloadSchema), "has a payload schema and is not of type object",
                "set 'type' to \"object\", or remove the schema");
        }
        else if (isSound)
        {
            flag.PayloadSchema = schema;
        }

        return flag.PayloadSchema is not null;
    }

    private bool ReadVariants(FlagDraft flag)
    {
        JsonNode? variants = flag.Members[FlagMembers.Variants];
        if (variants is null)
        {
            return flag.Type != FlagType.Variant || TakeTestVariants(flag);
        }

        return flag.Type == FlagType.Variant ? ReadVariantNames(flag, variants) : ReadVariantValues(flag, variants);
    }

    private bool ReadVariantValues(FlagDraft flag, JsonNode variants)
    {
        if (variants.Kind != JsonKind.Object)
        {
            check.Report(
                ManifestRules.WrongKind, variants.Range, FlagMembers.Variants.Name, Phrases.Describe(variants),
                $"an object that gives each variant its value, as a flag of type {ManifestWords.FlagTypes.WordFor(flag.Type)} has it");
            return false;
        }

        if (!scalars.IsWithinLimit("it", variants, variants.Members.Count, ManifestLimits.Variants, "variants"))
        {
            return false;
        }

        foreach (JsonMember variant in variants.Members)
        {
            names.Variant(variant.Name, variant.NameRange);
            values.Check(flag, variant.Name, variant.Value);
        }

        flag.Variants = [.. variants.Members.Select(static member => member.Name).Distinct(StringComparer.Ordinal)];
        return true;
    }

    private bool ReadVariantNames(FlagDraft flag, JsonNode variants)
    {
        if (variants.Kind != JsonKind.Array)
        {
            check.Report(
                ManifestRules.WrongKind, variants.Range, FlagMembers.Variants.Name, Phrases.Describe(variants), "a list of names, as a flag of type variant has it");
            return false;
        }

        if (!scalars.IsWithinLimit("it", variants, variants.Items.Count, ManifestLimits.Variants, "variants"))
        {
            return false;
        }

        if (variants.Items.Count == 0)
        {
            check.Report(ManifestRules.MissingMember, variants.Range, FlagMembers.Variants.Name, "a flag of type variant has at least one name");
            return false;
        }

        IReadOnlyList<JsonNode> items = scalars.Names(FlagMembers.Variants.Name, variants);
        flag.Variants = [.. items.Where(item => names.Variant(item.Text, item.Range)).Select(static item => item.Text)];
        return true;
    }

    /// <summary>Without a list of its own, a flag of type variant has the arms of its test.</summary>
    private bool TakeTestVariants(FlagDraft flag)
    {
        flag.Variants = flag.TestVariants;
        if (flag.Variants.Count > 0)
        {
            return true;
        }

        check.Report(
            ManifestRules.MissingMember, flag.KeyRange, FlagMembers.Variants.Name, "a flag of type variant lists its names there, unless 'ab_test' has them");
        return false;
    }

    private void CheckDefaults(FlagDraft flag)
    {
        JsonNode? defaultValue = flag.Members[FlagMembers.DefaultValue];
        if (defaultValue is not null)
        {
            values.Check(flag, FlagMembers.DefaultValue.Name, defaultValue);
        }
        else if (flag.Type != FlagType.Boolean && !flag.IsCompileTime && flag.IsEvaluationKnown)
        {
            check.Report(
                ManifestRules.MissingMember, flag.KeyRange, FlagMembers.DefaultValue.Name,
                $"a flag of type {ManifestWords.FlagTypes.WordFor(flag.Type)} needs one, so add it");
        }

        if (flag.Members[FlagMembers.OffValue] is { } offValue)
        {
            values.Check(flag, FlagMembers.OffValue.Name, offValue);
        }
    }
}

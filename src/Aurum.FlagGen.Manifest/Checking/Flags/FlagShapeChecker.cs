using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What the generated code of a flag is made of: its type, its variants, its default and its schema.</summary>
internal sealed class FlagShapeChecker(CheckContext check, ScalarChecker scalars, NameChecker names, FlagValueChecker values, PayloadSchemaChecker schemas)
{
    private static readonly ManifestMember[] ShapeMembers = [FlagMembers.Accessor, FlagMembers.Type, FlagMembers.Evaluation, FlagMembers.PayloadSchema];

    /// <param name="key">The flag's key.</param>
    /// <param name="keyRange">Where it stands.</param>
    /// <param name="node">The flag, an object.</param>
    /// <param name="members">The same, compared with the table.</param>
    public ManifestFlag Check(string key, TextRange keyRange, JsonNode node, CheckedObject members)
    {
        FlagEvaluationTime? evaluation = scalars.Word(FlagMembers.Evaluation.Name, members[FlagMembers.Evaluation], ManifestWords.EvaluationTimes);
        FlagType? declared = scalars.Word(FlagMembers.Type.Name, members[FlagMembers.Type], ManifestWords.FlagTypes);
        FlagType type = declared ?? FlagType.Boolean;
        bool isTypeKnown = declared is not null || !members.Has(FlagMembers.Type);
        JsonNode? test = members[FlagMembers.AbTest];
        ManifestFlag flag = new()
        {
            Key = key,
            KeyRange = keyRange,
            Node = node,
            Type = type,
            IsTypeKnown = isTypeKnown,
            IsCompileTime = evaluation == FlagEvaluationTime.CompileTime,
            IsEvaluationKnown = evaluation is not null || !members.Has(FlagMembers.Evaluation),

            // The names alone: they make enums, also where the test is faulty otherwise.
            TestVariants = Distinct(test?[AbTestMembers.Variants.Name]?.Members.Select(static member => member.Name)),
            TrackEvents = Distinct(test?[AbTestMembers.TrackEvents.Name]?.Items.Where(static item => item.Kind == JsonKind.String).Select(static item => item.Text)),
            PayloadSchema = CheckSchema(members, type, isTypeKnown),
            Description = members[FlagMembers.Description]?.Text,
            Owner = members[FlagMembers.Owner]?.Text,
            IsPermanent = members[FlagMembers.Permanent]?.Kind == JsonKind.True,
        };
        if (isTypeKnown)
        {
            IReadOnlyList<string>? variants = members.IsMisused(FlagMembers.Variants) ? null : ReadVariants(flag, members[FlagMembers.Variants]);
            flag = flag with { Variants = variants ?? [], AreVariantsKnown = variants is not null && flag.TestVariants.Count <= ManifestLimits.Variants };
            CheckDefaults(flag, members);
        }

        // A wrong value, or a variant left out for its name, leaves the types as they are: code that names them then binds, and the build shows the error alone.
        return flag with
        {
            HasSoundShape = isTypeKnown
                && (members[FlagMembers.PayloadSchema] is null || flag.PayloadSchema is not null)
                && (type != FlagType.Variant || flag.Variants.Count > 0)
                && (type == FlagType.Boolean || !flag.IsCompileTime)
                && !ShapeMembers.Any(members.IsMisused),
        };
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<string>? names) => names is null ? [] : [.. names.Distinct(StringComparer.Ordinal)];

    /// <returns>The schema, where values can be compared with it.</returns>
    private JsonNode? CheckSchema(CheckedObject members, FlagType type, bool isTypeKnown)
    {
        if (members[FlagMembers.PayloadSchema] is not { } schema)
        {
            return null;
        }

        bool isSound = schemas.Check(schema);
        if (isTypeKnown && type != FlagType.Object)
        {
            check.Report(
                ManifestRules.PayloadSchema, members.NameRange(FlagMembers.PayloadSchema), "has a payload schema and is not of type object",
                "set 'type' to \"object\", or remove the schema");
        }

        return isSound && isTypeKnown && type == FlagType.Object ? schema : null;
    }

    /// <returns>The names, or null where they cannot be read.</returns>
    private IReadOnlyList<string>? ReadVariants(ManifestFlag flag, JsonNode? variants)
    {
        if (variants is null)
        {
            return flag.Type == FlagType.Variant ? TakeTestVariants(flag) : [];
        }

        return flag.Type == FlagType.Variant ? ReadVariantNames(variants) : ReadVariantValues(flag, variants);
    }

    private IReadOnlyList<string>? ReadVariantValues(ManifestFlag flag, JsonNode variants)
    {
        if (variants.Kind != JsonKind.Object)
        {
            check.Report(
                ManifestRules.WrongKind, variants.Range, FlagMembers.Variants.Name, Phrases.Describe(variants),
                $"an object that gives each variant its value, as a flag of type {ManifestWords.FlagTypes.WordFor(flag.Type)} has it");
            return null;
        }

        if (!scalars.IsWithinLimit("it", variants, variants.Members.Length, ManifestLimits.Variants, "variants"))
        {
            return null;
        }

        foreach (JsonMember variant in variants.Members)
        {
            names.Variant(variant.Name, variant.NameRange);
            values.Check(flag, variant.Name, variant.Value);
        }

        return Distinct(variants.Members.Select(static member => member.Name));
    }

    private IReadOnlyList<string>? ReadVariantNames(JsonNode variants)
    {
        if (variants.Kind != JsonKind.Array)
        {
            check.Report(
                ManifestRules.WrongKind, variants.Range, FlagMembers.Variants.Name, Phrases.Describe(variants), "a list of names, as a flag of type variant has it");
            return null;
        }

        if (!scalars.IsWithinLimit("it", variants, variants.Items.Count, ManifestLimits.Variants, "variants"))
        {
            return null;
        }

        if (variants.Items.Count == 0)
        {
            check.Report(ManifestRules.MissingMember, variants.Range, FlagMembers.Variants.Name, "a flag of type variant has at least one name");
            return null;
        }

        IReadOnlyList<JsonNode> items = scalars.Names(FlagMembers.Variants.Name, variants);
        return [.. items.Where(item => names.Variant(item.Text, item.Range)).Select(static item => item.Text)];
    }

    /// <summary>Without a list of its own, a flag of type variant has the arms of its test.</summary>
    private IReadOnlyList<string>? TakeTestVariants(ManifestFlag flag)
    {
        if (flag.TestVariants.Count > 0)
        {
            return flag.TestVariants;
        }

        check.Report(
            ManifestRules.MissingMember, flag.KeyRange, FlagMembers.Variants.Name, "a flag of type variant lists its names there, unless 'ab_test' has them");
        return null;
    }

    private void CheckDefaults(ManifestFlag flag, CheckedObject members)
    {
        JsonNode? defaultValue = members[FlagMembers.DefaultValue];
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

        if (members[FlagMembers.OffValue] is { } offValue)
        {
            values.Check(flag, FlagMembers.OffValue.Name, offValue);
        }
    }
}

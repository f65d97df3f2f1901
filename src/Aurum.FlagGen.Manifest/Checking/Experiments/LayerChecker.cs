using System.Globalization;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Layers, and the parts of them that tests own.</summary>
internal sealed class LayerChecker(CheckContext check, ScalarChecker scalars, NameChecker names)
{
    /// <summary>The layers of a manifest; their ranges come with the flags.</summary>
    public IReadOnlyList<ManifestLayer> Declare(JsonNode? layers)
    {
        List<ManifestLayer> declared = [];
        foreach (JsonMember layer in layers?.Members ?? [])
        {
            names.Name(layer.Name, layer.NameRange);
            int holdout = 0;
            if (layer.Value.Kind == JsonKind.Object)
            {
                CheckedObject members = CheckedObject.Read(check, layer.Value, LayerMembers.Table);
                holdout = scalars.Percentage(LayerMembers.Holdout.Name, members[LayerMembers.Holdout]) ?? 0;
            }
            else
            {
                check.Report(ManifestRules.WrongKind, layer.Value.Range, Phrases.Shorten(layer.Name), Phrases.Describe(layer.Value), "an object, which may be empty");
            }

            declared.Add(new ManifestLayer(layer.Name, holdout, new LayerRanges()));
        }

        return declared;
    }

    public void CheckRange(ManifestFlag flag, JsonNode node)
    {
        CheckedObject members = CheckedObject.Read(check, node, LayerRangeMembers.Table);
        foreach (ManifestMember member in LayerRangeMembers.Table.Members)
        {
            if (!members.Has(member))
            {
                check.Report(ManifestRules.MissingMember, members.Opening, member.Name, "a part of a layer has a name, from and to");
            }
        }

        int? from = scalars.Percentage(LayerRangeMembers.From.Name, members[LayerRangeMembers.From]);
        int? to = scalars.Percentage(LayerRangeMembers.To.Name, members[LayerRangeMembers.To]);
        if (from >= to)
        {
            check.Report(
                ManifestRules.Layer, members[LayerRangeMembers.To]!.Range, $"owns an empty part of its layer, from {Percent(from.Value)} to {Percent(to.Value)}",
                "let 'to' be greater than 'from'");
            from = null;
        }

        if (members[LayerRangeMembers.Name] is not { } name)
        {
            return;
        }

        if (check.Names.FindLayer(name.Text) is not { } layer)
        {
            check.Report(
                ManifestRules.Layer, name.Range, $"is in the layer {Phrases.Quote(name.Text)}, which is not declared",
                check.Suggest(name.Text, check.Names.LayerNames, "declare it under 'layers'"));
        }
        else if (to is { } end)
        {
            CheckHoldout(layer, end, node.Range);
            if (from is { } start)
            {
                CheckPlace(layer, new LayerRange(flag.Key, start, end), node.Range);
            }
        }
    }

    private static string Percent(int thousandths) => (thousandths / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private void CheckHoldout(ManifestLayer layer, int end, TextRange place)
    {
        if (end > ScalarChecker.Whole - layer.Holdout)
        {
            check.Report(
                ManifestRules.Layer, place, $"reaches to {Percent(end)} into the holdout of layer {Phrases.Quote(layer.Name)}, which begins at {Percent(ScalarChecker.Whole - layer.Holdout)}",
                "end its part before that");
        }
    }

    private void CheckPlace(ManifestLayer layer, LayerRange range, TextRange place)
    {
        if (layer.Ranges.FindOverlap(range) is { } other)
        {
            check.Report(
                ManifestRules.Layer, place,
                $"owns {Percent(range.From)} to {Percent(range.To)} of layer {Phrases.Quote(layer.Name)}, of which the test of flag {Phrases.Quote(other.FlagKey)} owns {Percent(other.From)} to {Percent(other.To)}",
                "let the parts of one layer not overlap");
        }
        else if (!check.IsDefinition)
        {
            layer.Ranges.Add(range);
        }
    }
}

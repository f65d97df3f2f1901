using System.Text;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>What a flag gives to generated code by itself, whatever the other flags are.</summary>
internal sealed class FlagFacts
{
    /// <summary>Parameters that every <c>Match</c> has.</summary>
    private const string ContextParameter = "context";

    /// <param name="flag">The flag.</param>
    public FlagFacts(ManifestFlag flag)
    {
        Flag = flag;
        Path = flag.AccessorPath.Count == 1 ? flag.AccessorPath[0] : string.Concat(flag.AccessorPath);
        Constant = new NamedText(Path, flag.Key);
        Documentation = FlagDocumentationParser.Parse(flag);
        Definition = flag.IsCompileTime ? "" : Minify(flag);
        if (flag.Type == FlagType.Variant)
        {
            VariantNames = NamedTexts.From(flag.Variants, "Variant");
            Variants = ParseVariants(VariantNames);
        }

        if (flag.TrackEvents.Count > 0)
        {
            EventNames = NamedTexts.From(flag.TrackEvents, "Event");
        }

        Shape = ShapeOf(flag);
    }

    public ManifestFlag Flag { get; }

    /// <summary>The names of its groups and its own, joined.</summary>
    public string Path { get; }

    /// <summary>The constant of its key, unless another flag has that name.</summary>
    public NamedText Constant { get; }

    public FlagDocumentation Documentation { get; }

    /// <summary>The member of the embedded manifest that a flag is which is decided at run time.</summary>
    public string Definition { get; }

    /// <summary>The members of the enum of a flag of type variant.</summary>
    public EquatableArray<NamedText> VariantNames { get; }

    /// <summary>The same with the parameters of <c>Match</c>.</summary>
    public EquatableArray<VariantModel> Variants { get; }

    /// <summary>The members of the enum of tracked events.</summary>
    public EquatableArray<NamedText> EventNames { get; }

    /// <summary>A number that changes with all of the flag on which generated code depends.</summary>
    public ulong Shape { get; }

    private static ulong ShapeOf(ManifestFlag flag)
    {
        ShapeHash shape = new();
        shape.Add(flag.Key);
        shape.Add(string.Join(".", flag.AccessorPath));
        shape.Add(flag.Type.ToString());
        foreach (string text in flag.Type == FlagType.Variant ? flag.Variants.Concat(flag.TrackEvents) : flag.TrackEvents)
        {
            shape.Add(text);
        }

        shape.Add(flag.Type == FlagType.Object && flag.Node[FlagMembers.PayloadSchema.Name] is { } schema ? JsonText.Minify(schema) : "");
        return shape.Value;
    }

    private static string Minify(ManifestFlag flag)
    {
        StringBuilder text = new();
        JsonText.AppendString(text, flag.Key);
        text.Append(':');
        JsonText.Append(text, flag.Node);
        return text.ToString();
    }

    private static EquatableArray<VariantModel> ParseVariants(EquatableArray<NamedText> members)
    {
        NameScope parameters = new(ContextParameter);
        VariantModel[] variants = new VariantModel[members.Count];
        for (int i = 0; i < variants.Length; i++)
        {
            string parameter = parameters.Claim(AccessorName.ToCamelCase(members[i].Name), "Variant");
            variants[i] = new VariantModel(members[i].Text, members[i].Name, AccessorName.EscapeIdentifier(parameter));
        }

        return new(variants);
    }
}

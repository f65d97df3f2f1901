using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The whole of a flags.json: first what it declares, then each flag, then what only all flags together show.</summary>
internal sealed class ManifestChecker(CheckContext check, ManifestNames names, ManifestDepth depth)
{
    private readonly CheckerSet _checkers = new(check);

    public FlagManifest Check()
    {
        if (check.Root is not { Kind: JsonKind.Object } root)
        {
            return CheckWithoutObject();
        }

        CheckedObject members = CheckedObject.Read(check, root, ManifestMembers.Table);
        string? ns = Identifier(members, ManifestMembers.Namespace, isDotted: true, "names such as Acme.Shop");
        string className = Identifier(members, ManifestMembers.Class, isDotted: false, "a name such as Features") ?? GeneratedNames.DefaultClass;
        string scope = members[ManifestMembers.Scope]?.Text ?? members[ManifestMembers.Namespace]?.Text ?? "";

        IReadOnlyList<ManifestAttribute> attributes = DeclareAttributes(members, className);
        List<FlagDraft> flags = depth == ManifestDepth.Whole ? CheckWhole(members) : CheckShapes(members);
        new AccessorChecker(check, className).Check(flags, attributes);
        return Build(ns, className, scope, attributes, flags);
    }

    private static bool IsNamespace(string text) => text.Split('.').All(AccessorName.IsIdentifier);

    private FlagManifest CheckWithoutObject()
    {
        if (check.Root is { } other)
        {
            check.Report(ManifestRules.WrongKind, other.Range, "(root)", Phrases.Describe(other), "an object, such as { \"flags\": {} }");
        }

        return Build(null, GeneratedNames.DefaultClass, "", [], []);
    }

    private string? Identifier(CheckedObject members, ManifestMember member, bool isDotted, string example)
    {
        if (members[member] is not { } node)
        {
            return null;
        }

        if (isDotted ? IsNamespace(node.Text) : AccessorName.IsIdentifier(node.Text))
        {
            return node.Text;
        }

        check.Report(ManifestRules.Identifier, node.Range, member.Name, Phrases.Describe(node), example);
        return null;
    }

    private List<FlagDraft> CheckWhole(CheckedObject members)
    {
        DeclareLayers(members);
        DeclareSegments(members);
        List<FlagDraft> flags = DeclareFlags(members);
        foreach (FlagDraft flag in flags)
        {
            check.Token.ThrowIfCancellationRequested();
            _checkers.Flags.Check(flag);
            names.SetDependencies(flag.Key, DependencyChecker.Keys(flag));
        }

        CheckSegments(members);
        _checkers.Dependencies.CheckAll(flags);
        return flags;
    }

    private List<FlagDraft> CheckShapes(CheckedObject members)
    {
        List<FlagDraft> flags = DeclareFlags(members);
        foreach (FlagDraft flag in flags)
        {
            check.Token.ThrowIfCancellationRequested();
            _checkers.Flags.CheckShape(flag);
        }

        return flags;
    }

    private IReadOnlyList<ManifestAttribute> DeclareAttributes(CheckedObject members, string className)
    {
        // A context that is no object is a fault, and everything in it is unknown: rules must then not be blamed for using it.
        names.DeclaresContext = members[ManifestMembers.Context] is not null;
        IReadOnlyList<ManifestAttribute> attributes = new ContextChecker(check, _checkers.Scalars).Check(members[ManifestMembers.Context], className);
        foreach (ManifestAttribute attribute in attributes)
        {
            names.Add(attribute);
        }

        return attributes;
    }

    private void DeclareLayers(CheckedObject members)
    {
        foreach (ManifestLayer layer in _checkers.Layers.Declare(members[ManifestMembers.Layers]))
        {
            names.Add(layer);
        }
    }

    private void DeclareSegments(CheckedObject members)
    {
        foreach (JsonMember segment in members[ManifestMembers.Segments]?.Members ?? [])
        {
            names.AddSegment(segment.Name);
        }
    }

    private void CheckSegments(CheckedObject members)
    {
        foreach (JsonMember segment in members[ManifestMembers.Segments]?.Members ?? [])
        {
            _checkers.Segments.Check(segment);
        }
    }

    /// <summary>Every key is known before the first flag is checked, because flags name one another in any order.</summary>
    private List<FlagDraft> DeclareFlags(CheckedObject members)
    {
        List<FlagDraft> drafts = [];
        if (members[ManifestMembers.Flags] is not { } flags)
        {
            return drafts;
        }

        _checkers.Scalars.IsWithinLimit("it", flags, flags.Members.Count, ManifestLimits.Flags, "flags");
        foreach (JsonMember flag in flags.Members.Take(ManifestLimits.Flags))
        {
            if (names.AddFlag(flag.Name))
            {
                drafts.Add(new FlagDraft(flag.Name, flag.NameRange, flag.Value));
            }
        }

        return drafts;
    }

    private FlagManifest Build(string? ns, string className, string scope, IReadOnlyList<ManifestAttribute> attributes, List<FlagDraft> flags)
    {
        return new FlagManifest
        {
            Root = check.Root,
            Namespace = ns,
            ClassName = className,
            Scope = scope,
            DeclaresContext = names.DeclaresContext,
            Attributes = attributes,
            Names = names,
            Flags = ManifestFlagBuilder.Build(flags, check.ToSortedErrorStarts()),
            Errors = check.ToSortedErrors(),
        };
    }
}

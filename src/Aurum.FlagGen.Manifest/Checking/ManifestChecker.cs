using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The whole of a flags.json: first what it declares, then each flag, then what only all flags together show.</summary>
internal sealed class ManifestChecker(CheckContext check, ManifestNames names)
{
    private const int LongestName = ManifestLimits.KeyLength;
    private const string RuntimeNamespaceParent = "Aurum";
    private const string RuntimeNamespaceChild = "FlagGen";

    private static readonly string[] ReservedNamespaces = ["System", RuntimeNamespaceParent + "." + RuntimeNamespaceChild];

    private readonly CheckerSet _checkers = new(check);

    /// <summary>Checks everything, so that every fault is found.</summary>
    public FlagManifest Check()
    {
        if (ReadRoot() is not { } members)
        {
            return Build(ManifestHead.Empty, "", []);
        }

        ManifestHead head = ReadHead(members);
        string scope = members[ManifestMembers.Scope]?.Text ?? members[ManifestMembers.Namespace]?.Text ?? "";
        DeclareLayers(members);
        DeclareSegments(members);
        List<ManifestFlag> flags = [];
        foreach (JsonMember declared in DeclareFlags(members))
        {
            check.Token.ThrowIfCancellationRequested();
            ManifestFlag flag = _checkers.Flags.Check(declared.Name, declared.NameRange, declared.Value);
            names.SetDependencies(flag.Key, DependencyChecker.Keys(flag));
            flags.Add(flag);
        }

        CheckSegments(members);
        _checkers.Dependencies.CheckAll(flags);
        return Build(head, scope, new AccessorChecker(check, head.ClassName).Check(flags, head.Attributes));
    }

    /// <summary>Checks all that stands beside the flags: for an engine, which checks each flag by itself.</summary>
    public void CheckDeclarations()
    {
        if (ReadRoot() is { } members)
        {
            ReadHead(members);
            DeclareLayers(members);
            DeclareSegments(members);
            CheckSegments(members);
        }
    }

    private static bool IsNamespace(string text) => text.Split('.').All(AccessorName.IsIdentifier);

    /// <summary>The outermost object, or null where there is none, which is then told.</summary>
    private CheckedObject? ReadRoot()
    {
        if (ForeignManifest.Find(check.Root) is { } tool)
        {
            check.Report(ManifestRules.Foreign, new TextRange(check.Root!.Range.Start, 1), tool);
            return null;
        }

        if (check.Root is { Kind: JsonKind.Object } root)
        {
            return CheckedObject.Read(check, root, ManifestMembers.Table);
        }

        if (check.Root is { } other)
        {
            check.Report(ManifestRules.WrongKind, other.Range, "(root)", Phrases.Describe(other), "an object, such as { \"flags\": {} }");
        }

        return null;
    }

    private ManifestHead ReadHead(CheckedObject members)
    {
        string? ns = Identifier(members, ManifestMembers.Namespace, isDotted: true, "names such as Acme.Shop");
        string? declaredClass = Identifier(members, ManifestMembers.Class, isDotted: false, "a name such as Features");
        string className = declaredClass ?? GeneratedNames.DefaultClass;
        if (ns == RuntimeNamespaceParent && declaredClass == RuntimeNamespaceChild)
        {
            // The class would hide the namespace of everything that its own code is made of.
            Refuse(members[ManifestMembers.Class]!, ManifestMembers.Class, "in the namespace 'Aurum' meets the runtime's namespace 'Aurum.FlagGen'", "another name, such as Features");
            className = GeneratedNames.DefaultClass;
        }

        return new ManifestHead(ns, className, DeclareAttributes(members, className));
    }

    private string? Identifier(CheckedObject members, ManifestMember member, bool isDotted, string example)
    {
        if (members[member] is not { } node)
        {
            return null;
        }

        if (node.Text.Length > LongestName)
        {
            return Refuse(node, member, FormattableString.Invariant($"has {node.Text.Length} characters"), FormattableString.Invariant($"at most {LongestName}"));
        }

        if (!(isDotted ? IsNamespace(node.Text) : AccessorName.IsIdentifier(node.Text)))
        {
            return Refuse(node, member, "is no name in C#", example);
        }

        if (isDotted && ReservedNamespaces.Any(reserved => node.Text == reserved))
        {
            return Refuse(node, member, "is a namespace of the framework or of the runtime, whose types what is generated would meet", "a namespace of your own, such as Acme.Shop");
        }

        if (!isDotted && node.Text.All(static c => c is >= 'a' and <= 'z'))
        {
            return Refuse(node, member, "has only lower-case letters, which C# keeps for words of its own", AccessorName.FromKeyPart(node.Text));
        }

        return node.Text;
    }

    /// <returns>Null, because the name cannot be had.</returns>
    private string? Refuse(JsonNode node, ManifestMember member, string why, string fix)
    {
        check.Report(ManifestRules.Identifier, node.Range, member.Name, Phrases.Describe(node), why, fix);
        return null;
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
    private JsonMember[] DeclareFlags(CheckedObject members)
    {
        if (members[ManifestMembers.Flags] is not { } flags)
        {
            return [];
        }

        _checkers.Scalars.IsWithinLimit("it", flags, flags.Members.Length, ManifestLimits.Flags, "flags");
        return [.. flags.Members.Take(ManifestLimits.Flags).Where(flag => names.AddFlag(flag.Name))];
    }

    private FlagManifest Build(ManifestHead head, string scope, IReadOnlyList<ManifestFlag> flags) => new()
    {
        Root = check.Root,
        Namespace = head.Namespace,
        ClassName = head.ClassName,
        Scope = scope,
        DeclaresContext = names.DeclaresContext,
        Attributes = head.Attributes,
        Names = names,
        Flags = flags,
        Errors = check.ToSortedErrors(),
    };
}

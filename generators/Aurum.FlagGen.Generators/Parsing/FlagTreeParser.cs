using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns the flags into the tree of members and groups, and into the types that single flags need.</summary>
internal sealed class FlagTreeParser(OutputNames names, NameScope types, CompileTimeParser compileTime)
{
    private const string EngineField = "_engine";

    private readonly FlagShapeParser _shapes = new(names, types);
    private readonly List<GroupModel> _groups = [];
    private readonly List<FlagStructModel> _structs = [];
    private readonly List<ManifestFlag> _runtimeFlags = [];

    /// <summary>The flags that are decided at run time; a flag's position is its slot's.</summary>
    public IReadOnlyList<ManifestFlag> RuntimeFlags => _runtimeFlags;

    public TypesModel Types => new(names, new([.. _structs]), new([.. _shapes.Enums]), new([.. _shapes.Payloads]));

    public AccessorsModel Parse(IReadOnlyList<ManifestFlag> flags, CancellationToken token)
    {
        AccessorNode root = AccessorNode.NewRoot();
        foreach (ManifestFlag flag in flags)
        {
            token.ThrowIfCancellationRequested();
            root.Add(flag);
        }

        EquatableArray<MemberModel> members = ParseMembers(root);
        return new AccessorsModel(names, members, new([.. _groups]));
    }

    /// <summary>A name for the field that holds the engine: an accessor may be called almost anything.</summary>
    private static string FreeFieldName(AccessorNode node) => new NameScope([.. node.Children.Select(static child => child.Name)]).Claim(EngineField, "Field");

    private EquatableArray<MemberModel> ParseMembers(AccessorNode node) => new([.. node.Children.Select(ParseMember)]);

    private MemberModel ParseMember(AccessorNode node)
    {
        if (node.Children.Count > 0)
        {
            return new MemberModel(node.Name, names.Qualifier + ParseGroup(node), MemberKind.OverEngine, 0, Document(node));
        }

        FlagShape shape = ParseShape(node);
        bool needsStruct = shape.Handle is null || shape.Variants.Count > 0 || shape.EventType is not null;
        if (!needsStruct)
        {
            return new MemberModel(node.Name, shape.Handle!, MemberKind.Handle, shape.Slot, Document(node));
        }

        string type = types.Claim(names.Prefix + GeneratedNames.Handle([node.Path]), "Handle");
        _structs.Add(new FlagStructModel(type, shape));
        return new MemberModel(node.Name, names.Qualifier + type, shape.Handle is null ? MemberKind.Stateless : MemberKind.OverEngine, 0, Document(node));
    }

    private string ParseGroup(AccessorNode node)
    {
        string type = types.Claim(GeneratedNames.Group([node.Path], names.ClassName), "Group");
        FlagShape? shape = node.Flag is null ? null : ParseShape(node);
        _groups.Add(new GroupModel(type, FreeFieldName(node), node.KeyPrefix, shape, ParseMembers(node)));
        return type;
    }

    private FlagShape ParseShape(AccessorNode node)
    {
        ManifestFlag flag = node.Flag!;
        if (flag.IsCompileTime)
        {
            return FlagShapeParser.ParseCompileTime(flag, compileTime.Parse(flag));
        }

        _runtimeFlags.Add(flag);
        return _shapes.Parse(flag, node.Path, _runtimeFlags.Count - 1);
    }

    private static FlagDocumentation Document(AccessorNode node) => node.Flag is { } flag
        ? FlagDocumentationParser.Parse(flag)
        : new FlagDocumentation(node.KeyPrefix, null, null, null, null, null, false, false);
}

using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns the flags into the tree of members and groups, and into the types that single flags need.</summary>
internal sealed class FlagTreeParser(OutputNames names, NameScope types, CompileTimeParser compileTime)
{
    private readonly FlagShapeParser _shapes = new(names, types);
    private readonly List<GroupModel> _groups = [];
    private readonly List<FlagStructModel> _structs = [];
    private readonly List<FlagFacts> _runtimeFlags = [];

    /// <summary>The flags that are decided at run time; a flag's position is its slot's.</summary>
    public IReadOnlyList<FlagFacts> RuntimeFlags => _runtimeFlags;

    public TypesModel Types => new(names, new([.. _structs]), new([.. _shapes.Enums]), new([.. _shapes.Payloads]));

    public EquatableArray<GroupsModel> Groups => new([.. GroupsModel.Deal(names, _groups)]);

    public AccessorsModel Parse(IReadOnlyList<FlagFacts> flags, CancellationToken token)
    {
        AccessorNode root = AccessorNode.NewRoot();
        foreach (FlagFacts flag in flags)
        {
            token.ThrowIfCancellationRequested();
            root.Add(flag);
        }

        // The class is partial: a type that a user puts into it must not be taken for a generated one of the same name.
        MemberList members = ParseMembers(root, names.Qualifier);
        return new AccessorsModel(names, members);
    }

    private MemberList ParseMembers(AccessorNode node, string qualifier)
    {
        MemberModel[] members = [.. node.Children.Select(child => ParseMember(child, qualifier))];

        // An accessor may be called almost anything.
        NameScope taken = new(node.Children.Select(static child => child.Name));
        return new MemberList(new(members), taken.Claim("_engine", "Field"), taken.Claim("__flag", "Property"), taken.Claim("__booleanFlag", "Maker"));
    }

    private MemberModel ParseMember(AccessorNode node, string qualifier)
    {
        if (node.Children.Count > 0)
        {
            return new MemberModel(node.Name, qualifier + ParseGroup(node), MemberKind.OverEngine, 0, null, Document(node));
        }

        ManifestFlag flag = node.Flag!.Flag;
        if (flag is { Type: FlagType.Boolean, NeedsHandle: false })
        {
            return new MemberModel(node.Name, MemberModel.BooleanType, MemberKind.Boolean, AddSlot(node.Flag), null, node.Flag.Documentation);
        }

        FlagShape shape = ParseShape(node);
        if (!flag.NeedsHandle)
        {
            return new MemberModel(node.Name, shape.Handle!, MemberKind.Value, shape.Slot, shape.Payload, node.Flag.Documentation);
        }

        string type = types.Claim(names.Prefix + GeneratedNames.Handle([node.Path]), "Handle");
        _structs.Add(new FlagStructModel(type, shape));
        return new MemberModel(node.Name, qualifier + type, flag.IsCompileTime ? MemberKind.Stateless : MemberKind.OverEngine, 0, null, node.Flag.Documentation);
    }

    private string ParseGroup(AccessorNode node)
    {
        string type = types.Claim(GeneratedNames.Group([node.Path], names.ClassName), "Group");
        FlagShape? shape = node.Flag is null ? null : ParseShape(node);
        _groups.Add(new GroupModel(type, node.KeyPrefix, shape, ParseMembers(node, "")));
        return type;
    }

    private FlagShape ParseShape(AccessorNode node)
    {
        FlagFacts flag = node.Flag!;
        return flag.Flag.IsCompileTime ? FlagShapeParser.ParseCompileTime(flag.Flag, compileTime.Parse(flag.Flag)) : _shapes.Parse(flag, AddSlot(flag));
    }

    private int AddSlot(FlagFacts flag)
    {
        _runtimeFlags.Add(flag);
        return _runtimeFlags.Count - 1;
    }

    private static FlagDocumentation Document(AccessorNode node) => node.Flag is { } flag
        ? flag.Documentation
        : new FlagDocumentation(node.KeyPrefix, null, null, null, null, null, false, false);
}

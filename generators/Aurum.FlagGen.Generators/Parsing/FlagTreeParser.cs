using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns the flags into the tree of members and groups, and into the types that single flags need.</summary>
internal sealed class FlagTreeParser(OutputNames names, NameScope types, CompileTimeParser compileTime)
{
    private readonly FlagShapeParser _shapes = new(names, types);
    private readonly VariantHandleParser _handles = new(names);
    private readonly List<GroupModel> _groups = [];
    private readonly List<FlagStructModel> _structs = [];
    private readonly List<FlagFacts> _runtimeFlags = [];

    /// <summary>The flags that are decided at run time; a flag's position is its slot's.</summary>
    public IReadOnlyList<FlagFacts> RuntimeFlags => _runtimeFlags;

    public TypesModel Types => new(names, new([.. _handles.Handles]), new([.. _structs]), new([.. _shapes.Enums]), new([.. _shapes.Payloads]));

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
        MemberScope scope = new(node.Children.Select(static child => child.Name));
        MemberModel[] members = new MemberModel[node.Children.Count];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = ParseMember(node.Children[i], qualifier, scope);
        }

        return new MemberList(new(members), scope.EngineField, scope.FlagProperty, new([.. scope.Makers]));
    }

    private MemberModel ParseMember(AccessorNode node, string qualifier, MemberScope scope)
    {
        FlagDocumentation documentation = Document(node);
        if (node.Children.Count > 0)
        {
            return new MemberModel(node.Name, qualifier + ParseGroup(node), MemberKind.OverEngine, null, 0, documentation);
        }

        if (FlagShapeParser.FindPlainHandle(node.Flag!.Flag) is { } plain)
        {
            return new MemberModel(node.Name, plain, MemberKind.Made, scope.MakerOf(plain), AddSlot(node.Flag), documentation);
        }

        FlagShape shape = ParseShape(node);
        if (shape.Handle is null || shape.EventType is not null)
        {
            string type = types.Claim(names.Prefix + GeneratedNames.Handle([node.Path]), "Handle");
            _structs.Add(new FlagStructModel(type, shape));
            return new MemberModel(node.Name, qualifier + type, shape.Handle is null ? MemberKind.Stateless : MemberKind.OverEngine, null, 0, documentation);
        }

        if (shape.Variants.Count > 0)
        {
            string type = qualifier + _handles.Parse(shape.Variants) + "<" + qualifier + shape.ValueName + ">";
            return new MemberModel(node.Name, type, MemberKind.Handle, null, shape.Slot, documentation);
        }

        return shape.HandleName is { } handle
            ? new MemberModel(node.Name, handle, MemberKind.Made, scope.MakerOf(handle), shape.Slot, documentation)
            : new MemberModel(node.Name, shape.Handle, MemberKind.Handle, null, shape.Slot, documentation);
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

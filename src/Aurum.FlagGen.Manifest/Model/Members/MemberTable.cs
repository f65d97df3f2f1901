namespace Aurum.FlagGen.Manifest.Model.Members;

/// <summary>The members of one kind of object.</summary>
internal sealed class MemberTable
{
    private readonly Dictionary<string, ManifestMember> _byName;
    private readonly ManifestMember[] _members;

    public MemberTable(params ManifestMember[] members)
    {
        _members = members;
        _byName = members.ToDictionary(static member => member.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<ManifestMember> Members => _members;

    public MemberTable Without(params ManifestMember[] members) => new([.. _members.Except(members)]);

    public ManifestMember? Find(string name) => _byName.TryGetValue(name, out ManifestMember? member) ? member : null;
}

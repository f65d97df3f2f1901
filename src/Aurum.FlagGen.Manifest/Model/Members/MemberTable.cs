namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of one kind of object.</summary>
internal sealed class MemberTable
{
    private readonly Dictionary<string, ManifestMember> _byName;
    private readonly ManifestMember[] _members;

    public MemberTable(params ManifestMember[] members)
    {
        _members = members;
        _byName = new Dictionary<string, ManifestMember>(members.Length, StringComparer.Ordinal);
        foreach (ManifestMember member in members)
        {
            _byName.Add(member.Name, member);
        }
    }

    public IReadOnlyList<ManifestMember> Members => _members;

    public MemberTable Without(params ManifestMember[] members) => new(Array.FindAll(_members, member => Array.IndexOf(members, member) < 0));

    public ManifestMember? Find(string name) => _byName.TryGetValue(name, out ManifestMember? member) ? member : null;
}

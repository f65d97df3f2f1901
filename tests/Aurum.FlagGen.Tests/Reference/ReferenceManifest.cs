using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>A manifest, and which of its rules are at fault; that depends on neither context nor time, so it is found out once.</summary>
internal sealed class ReferenceManifest
{
    private readonly Dictionary<string, ReferenceFlag> _flags = [];
    private readonly Dictionary<(string Flag, int Rule), bool> _faults = [];
    private readonly ReferenceRuleFaults _check;

    public ReferenceManifest(string json)
    {
        Json = ReferenceJson.Parse(json);
        _check = new ReferenceRuleFaults(Json);
        foreach (JsonProperty member in ReferenceJson.Members(Json, "flags"))
        {
            _flags.Add(member.Name, new ReferenceFlag(member.Name, member.Value));
        }
    }

    public JsonElement Json { get; }

    public ReferenceFlag? Find(string key) => _flags.GetValueOrDefault(key);

    public bool IsAtFault(ReferenceFlag flag, int rule)
    {
        if (!_faults.TryGetValue((flag.Key, rule), out bool fault))
        {
            fault = _check.HasFault(flag, rule);
            _faults[(flag.Key, rule)] = fault;
        }

        return fault;
    }
}

using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>A question to which the engine and the reference give different answers.</summary>
internal sealed record Disagreement(string Manifest, string Key, Asking Asking, ReferenceAnswer Reference, ReferenceAnswer Engine)
{
    public override string ToString() =>
        $"""
        flag      {Key}
        manifest  {Manifest}
        user      {Asking.User}
        feature   {Asking.Feature}
        now       {Asking.Now:O}
        reference {Reference}
        engine    {Engine}
        """;
}

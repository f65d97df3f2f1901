using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Windows of time.</summary>
internal static class ReferenceWindow
{
    /// <summary>The beginning is included, the end excluded; without one the window is open on that side.</summary>
    public static bool Includes(JsonElement owner, string from, string until, long now) =>
        !(ReferenceTime.OfDefinition(owner, from) > now) && !(ReferenceTime.OfDefinition(owner, until) <= now);
}

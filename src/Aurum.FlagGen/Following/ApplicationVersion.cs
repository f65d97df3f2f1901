using System.Reflection;

namespace Aurum.FlagGen.Following;

/// <summary>The version of the application that evaluates flags.</summary>
internal static class ApplicationVersion
{
    /// <summary>The longest version that is reported.</summary>
    public const int MaxLength = 64;

    /// <summary>The version that the entry assembly was built with, without the build metadata behind a plus sign; the empty text where there is none.</summary>
    public static string OfProcess { get; } = Shorten(
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string Shorten(string version)
    {
        string core = version.Split('+')[0];
        return core.Length <= MaxLength ? core : core[..MaxLength];
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>What a page is expected to show may come late on a busy machine; by itself the browser's driver gives it five seconds.</summary>
internal static class PatientExpectations
{
    private const float Limit = 5 * 60_000;

    [ModuleInitializer]
    internal static void Set() => Assertions.SetDefaultExpectTimeout(Limit);
}

namespace Aurum.FlagGen.Manifest.Rules;

/// <summary>What can be wrong with a manifest: one rule, with its code, its title and the sentence that a fault prints.</summary>
/// <param name="Id">The diagnostic's code, <c>AFG1001</c> upwards; its page is docs/rules/{Id}.md.</param>
/// <param name="Title">What is wrong, in a few words, without the case at hand.</param>
/// <param name="Message">A sentence with the place, the bad value and the fix; <c>{0}</c>, <c>{1}</c> … stand for the arguments of the fault.</param>
/// <param name="Severity">How much it matters when nobody configured it.</param>
internal sealed record ManifestRule(string Id, string Title, string Message, ManifestSeverity Severity);

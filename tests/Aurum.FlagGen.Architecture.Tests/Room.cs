namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>A folder of a product's source.</summary>
/// <param name="Folder">The folder, from the product's own; <c>.</c> for that itself.</param>
/// <param name="MayUse">The folders that it may use.</param>
internal sealed record Room(string Folder, params string[] MayUse);

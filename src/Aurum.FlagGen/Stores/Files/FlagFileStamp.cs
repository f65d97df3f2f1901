namespace Aurum.FlagGen.Stores;

/// <summary>What tells, without reading it, that a file is no longer what it was.</summary>
/// <param name="Target">The file itself, where the path is a link: a mounted configuration changes by pointing elsewhere.</param>
/// <param name="Length">Its length.</param>
/// <param name="LastWrite">When it was last written.</param>
internal readonly record struct FlagFileStamp(string Target, long Length, DateTime LastWrite);

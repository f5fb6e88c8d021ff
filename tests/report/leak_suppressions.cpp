// Read by the leak sanitizer and by nothing else: HDF5 1.10 forgets some memory of its own when it gives up
// on a damaged file, which the tests do on purpose.
extern "C" char const* __lsan_default_suppressions();

extern "C" char const* __lsan_default_suppressions()
{
    return "leak:libhdf5\n";
}

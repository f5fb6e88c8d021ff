#include "sim/base/digest.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim {
namespace {

// Examples of FIPS 180-4 (NIST, SHA-256).
TEST(Digest, EqualsThePublishedExamples)
{
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Digest, DoesNotDependOnThePieces)
{
    Digest digest;

    digest.add("a");
    EXPECT_EQ(digest.hex(), sha256("a"));
    digest.add("bc");

    EXPECT_EQ(digest.hex(), sha256("abc"));
}

TEST(Digest, OfTextsDependsOnWhereOneEnds)
{
    Digest first;
    Digest second;

    first.add_text("ab");
    first.add_text("c");
    second.add_text("a");
    second.add_text("bc");

    EXPECT_NE(first.hex(), second.hex());
}

TEST(Digest, OfAFileIsThatOfItsBytes)
{
    report::test::TemporaryFolder const folder;
    std::string const bytes(3'000'000, 'x');
    report::test::put_bytes(folder.path() / "data.csv", bytes);

    EXPECT_EQ(sha256_of_file(folder.path() / "data.csv"), sha256(bytes));
    EXPECT_THROW(sha256_of_file(folder.path() / "absent.csv"), InputError);
    EXPECT_THROW(sha256_of_file(folder.path()), InputError);
}

}  // namespace
}  // namespace minimasim

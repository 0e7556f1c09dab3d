// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/curllibrary.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

// The oldest whose options we use; an older one would take no notice of some.
constexpr unsigned oldestVersion = 0x075700; // 7.87.0

#ifdef FAIRLEAD_LOADS_LIBCURL
template<typename Function>
void find(QLibrary &library, const char *name, Function *&function)
{
    function = reinterpret_cast<Function *>(library.resolve(name));
}
#define FAIRLEAD_FIND(member, name) find(library, #name, curl.member)
#else
#define FAIRLEAD_FIND(member, name) curl.member = &(name)
#endif

CurlLibrary foundIn([[maybe_unused]] QLibrary &library)
{
    CurlLibrary curl;
    FAIRLEAD_FIND(versionInfo, curl_version_info);
    FAIRLEAD_FIND(globalInit, curl_global_init);
    FAIRLEAD_FIND(globalCleanup, curl_global_cleanup);
    FAIRLEAD_FIND(easyInit, curl_easy_init);
    FAIRLEAD_FIND(easyCleanup, curl_easy_cleanup);
    FAIRLEAD_FIND(easyReset, curl_easy_reset);
    FAIRLEAD_FIND(easySetopt, curl_easy_setopt);
    FAIRLEAD_FIND(easyGetinfo, curl_easy_getinfo);
    FAIRLEAD_FIND(easyPause, curl_easy_pause);
    FAIRLEAD_FIND(easyStrerror, curl_easy_strerror);
    FAIRLEAD_FIND(multiInit, curl_multi_init);
    FAIRLEAD_FIND(multiCleanup, curl_multi_cleanup);
    FAIRLEAD_FIND(multiSetopt, curl_multi_setopt);
    FAIRLEAD_FIND(multiAddHandle, curl_multi_add_handle);
    FAIRLEAD_FIND(multiRemoveHandle, curl_multi_remove_handle);
    FAIRLEAD_FIND(multiSocketAction, curl_multi_socket_action);
    FAIRLEAD_FIND(multiInfoRead, curl_multi_info_read);
    FAIRLEAD_FIND(slistAppend, curl_slist_append);
    FAIRLEAD_FIND(slistFreeAll, curl_slist_free_all);
    return curl;
}
#undef FAIRLEAD_FIND

} // namespace

Result<CurlLibrary> CurlLibrary::load(const QString &name)
{
    QLibrary library(name, majorVersion);
    const CurlLibrary curl = foundIn(library);
    // Every version of this major one has all functions, so that the first speaks for them.
    if (curl.versionInfo == nullptr) {
        return failure(ErrorCode::Internal,
                       u"Nothing was sent, because the library libcurl could not be loaded. "
                       "Install it (on Debian and Ubuntu the package libcurl4) and try again."_s);
    }
    if (curl.versionInfo(CURLVERSION_NOW)->version_num < oldestVersion) {
        return failure(ErrorCode::Internal,
                       u"Nothing was sent, because the library libcurl is too old: Fairlead needs "
                       "7.87 or newer. Update it and try again."_s);
    }
    return curl;
}

} // namespace fairlead::net

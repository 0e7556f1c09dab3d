// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QString>

#include <curl/curl.h>

namespace fairlead::net {

/**
 * What we call of libcurl. On Linux it is loaded when something is to be sent for the first time:
 * twenty libraries come with it, and a server that nobody uses yet does without them. Elsewhere it
 * is linked like any other. Once loaded it stays, so that a copy of this is good for ever.
 */
struct CurlLibrary
{
    /** Major version in the file's name, the same since 2006. */
    static constexpr int majorVersion = 4;

    /** Internal, with what to install, when there is none or one that is too old. */
    [[nodiscard]] static Result<CurlLibrary> load(const QString &name = QStringLiteral("curl"));

    decltype(&curl_global_init) globalInit = nullptr;
    decltype(&curl_global_cleanup) globalCleanup = nullptr;
    decltype(&curl_version_info) versionInfo = nullptr;

    decltype(&curl_easy_init) easyInit = nullptr;
    decltype(&curl_easy_cleanup) easyCleanup = nullptr;
    decltype(&curl_easy_reset) easyReset = nullptr;
    decltype(&curl_easy_setopt) easySetopt = nullptr;
    decltype(&curl_easy_getinfo) easyGetinfo = nullptr;
    decltype(&curl_easy_pause) easyPause = nullptr;
    decltype(&curl_easy_strerror) easyStrerror = nullptr;

    decltype(&curl_multi_init) multiInit = nullptr;
    decltype(&curl_multi_cleanup) multiCleanup = nullptr;
    decltype(&curl_multi_setopt) multiSetopt = nullptr;
    decltype(&curl_multi_add_handle) multiAddHandle = nullptr;
    decltype(&curl_multi_remove_handle) multiRemoveHandle = nullptr;
    decltype(&curl_multi_socket_action) multiSocketAction = nullptr;
    decltype(&curl_multi_info_read) multiInfoRead = nullptr;

    decltype(&curl_slist_append) slistAppend = nullptr;
    decltype(&curl_slist_free_all) slistFreeAll = nullptr;
};

} // namespace fairlead::net

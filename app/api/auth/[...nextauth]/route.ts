// Sign-in and sign-out by next-auth; who somebody is is decided in server/session.ts.

import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#server/session'

const auth = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  NextAuth(authOptions())(request as never, context as never) as Promise<Response>

export { auth as GET, auth as POST }

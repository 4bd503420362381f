import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  ServiceUnavailableException,
  SetMetadata,
  UnauthorizedException,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Agency, Caller } from './caller.js'
import { KeysUnavailable, NotAuthenticated, type TrustedIssuer, verifyToken } from './verify-token.js'

export const TRUSTED_ISSUER = Symbol('TRUSTED_ISSUER')

const CALLERS = 'concord:callers'

/** These agencies' systems may call this. What carries no such mark is closed to everyone. */
export const OpenTo = (...agencies: readonly Agency[]) => SetMetadata(CALLERS, agencies)

/** Needs no token: health checks and the API's own description. */
export const OpenToAll = () => SetMetadata(CALLERS, 'all')

/** A request whose caller is known. */
export interface KnownRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  caller?: Caller
}

/** Deny by default: a route without a mark answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(TRUSTED_ISSUER) private readonly issuer: TrustedIssuer,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const callers = this.reflector.getAllAndOverride<readonly Agency[] | 'all' | undefined>(CALLERS, [
      context.getHandler(),
      context.getClass(),
    ])
    if (callers === 'all') return true
    const request = context.switchToHttp().getRequest<KnownRequest>()
    const caller = await this.identify(request)
    if (!callers?.includes(caller.agency)) throw new ForbiddenException(`this is not open to systems of ${caller.agency}`)
    request.caller = caller
    return true
  }

  private async identify({ headers }: KnownRequest): Promise<Caller> {
    try {
      return await verifyToken(headers['authorization']?.toString(), this.issuer)
    } catch (error) {
      if (error instanceof NotAuthenticated) throw new UnauthorizedException(error.message)
      if (error instanceof KeysUnavailable) throw new ServiceUnavailableException(error.message)
      throw error
    }
  }
}
